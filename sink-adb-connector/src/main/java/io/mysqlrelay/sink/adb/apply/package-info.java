/** A window of row changes, from what it leaves of each key to statements that several sessions execute side by side. */
package io.mysqlrelay.sink.adb.apply;
