/** What AnalyticDB does with a statement: refuse it, run something else, or run it as it is. Each rule names the documented fact it follows. */
package io.mysqlrelay.testkit.adb.rules;
