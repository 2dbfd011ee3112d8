/** The relay's own tables in AnalyticDB. Without transactions, each is written in an order that a crash may cut anywhere. */
package io.mysqlrelay.sink.adb.state;
