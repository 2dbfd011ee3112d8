/** Counts what the sink does, and shows it through the worker. Nothing here is called once per row. */
package io.mysqlrelay.sink.meter;
