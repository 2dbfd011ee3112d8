/** The sink connector, its task's shell and the apply engine, the same for every target. */
package io.mysqlrelay.sink;
