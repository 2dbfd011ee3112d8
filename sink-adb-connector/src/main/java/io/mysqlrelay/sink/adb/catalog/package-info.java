/** What the target's tables are at this moment, read from what AnalyticDB shows of them. */
package io.mysqlrelay.sink.adb.catalog;
