/** Pieces of statements that do not depend on a table. */
package io.mysqlrelay.sink.adb.sql;
