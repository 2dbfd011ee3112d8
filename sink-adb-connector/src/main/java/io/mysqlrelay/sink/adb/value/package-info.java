/** Values of the stream as literals that AnalyticDB reads back as the same value, or as the one its type can hold. */
package io.mysqlrelay.sink.adb.value;
