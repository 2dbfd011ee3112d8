/** Statements that write and delete rows of one table, compiled once per shape of its rows. */
package io.mysqlrelay.sink.adb.plan;
