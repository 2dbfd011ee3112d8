/** A stand-in for AnalyticDB for MySQL 3.0: a proxy in front of a real MySQL that refuses and does what AnalyticDB does, as far as public documents tell. */
package io.mysqlrelay.testkit.adb;
