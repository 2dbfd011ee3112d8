package io.mysqlrelay.sink.adb;

import io.mysqlrelay.sink.RelaySinkConnector;
import io.mysqlrelay.sink.adb.check.CheckedAdbSink;

/** Applies a change topic of MySQL Relay to AnalyticDB for MySQL 3.0: schema, existing rows, then every change. */
public final class AnalyticDbSinkConnector extends RelaySinkConnector {
    public AnalyticDbSinkConnector() {
        super(new CheckedAdbSink(), AnalyticDbSinkTask.class);
    }
}
