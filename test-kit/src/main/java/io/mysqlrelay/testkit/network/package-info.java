/** Networks that fail. */
package io.mysqlrelay.testkit.network;
