/** From a Connect record to what it says, whatever converter it came through; row shapes are compiled once. */
package io.mysqlrelay.sink.decode;
