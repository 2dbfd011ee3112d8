/** Connections to the source server, opened the same way by everything that talks to it over JDBC. */
package io.mysqlrelay.source.server;
