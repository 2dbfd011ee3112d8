/** The comparison of a MySQL server with AnalyticDB: it expects the losses that docs/analyticdb.md lists, and no other. */
package io.mysqlrelay.testkit.compare.adb;
