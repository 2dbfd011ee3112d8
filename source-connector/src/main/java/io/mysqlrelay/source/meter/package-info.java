/** Counts what the source task does, and shows it through the worker. */
package io.mysqlrelay.source.meter;
