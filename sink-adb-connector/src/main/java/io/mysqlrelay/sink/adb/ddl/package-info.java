/** Statements of the source as statements of AnalyticDB: planned as a list of small steps, each of which may be repeated. */
package io.mysqlrelay.sink.adb.ddl;
