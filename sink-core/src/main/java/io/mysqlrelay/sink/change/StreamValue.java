package io.mysqlrelay.sink.change;

/** What one record of the change topic says. */
public sealed interface StreamValue permits RowChange, DdlChange, Marker, Heartbeat, XaChange {}
