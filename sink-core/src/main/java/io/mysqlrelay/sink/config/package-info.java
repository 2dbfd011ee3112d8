/** Settings of the apply engine, the same for every target, and the rules between settings. */
package io.mysqlrelay.sink.config;
