/**
 * What can be said about AnalyticDB, and about a source and AnalyticDB together, before a migration starts. Tables are
 * judged by the classes that make them later.
 */
package io.mysqlrelay.sink.adb.check;
