/** The AnalyticDB target: from a window of row changes, or one statement, to statements that may be repeated. */
package io.mysqlrelay.sink.adb;
