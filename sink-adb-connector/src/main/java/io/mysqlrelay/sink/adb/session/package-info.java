/** Sessions of AnalyticDB. It has no transactions: each statement counts by itself, and may be half carried out when it fails. */
package io.mysqlrelay.sink.adb.session;
