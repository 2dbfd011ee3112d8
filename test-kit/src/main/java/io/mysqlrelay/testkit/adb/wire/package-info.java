/** MySQL's client/server protocol, as far as text queries need it. All text is held as ISO 8859-1 strings, a character per byte, so that no byte of a statement is lost. */
package io.mysqlrelay.testkit.adb.wire;
