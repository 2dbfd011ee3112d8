/** Tables of AnalyticDB: what a table of the source becomes there, and how the target's own definitions are read. */
package io.mysqlrelay.sink.adb.table;
