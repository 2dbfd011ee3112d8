/** The settings of the AnalyticDB sink that no other sink has, one group per class, and their parsed form. */
package io.mysqlrelay.sink.adb.config;
