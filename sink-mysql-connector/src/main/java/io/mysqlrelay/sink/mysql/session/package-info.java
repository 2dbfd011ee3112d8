/** Connections to the target, their known session state, and what the server's error numbers mean. */
package io.mysqlrelay.sink.mysql.session;
