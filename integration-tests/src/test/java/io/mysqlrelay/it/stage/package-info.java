/** Servers, accounts, migrations and the waiting for them: what every integration test needs before it can ask its question. */
package io.mysqlrelay.it.stage;
