/** What AnalyticDB knows of a table, and how a table of the backing server holds it. */
package io.mysqlrelay.testkit.adb.model;
