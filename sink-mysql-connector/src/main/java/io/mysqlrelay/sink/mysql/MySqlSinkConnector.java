package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.sink.RelaySinkConnector;
import io.mysqlrelay.sink.mysql.check.CheckedMySqlSink;

/** Applies a change topic of MySQL Relay to RDS MySQL: schema, existing rows, then every change, exactly once. */
public final class MySqlSinkConnector extends RelaySinkConnector {
    public MySqlSinkConnector() {
        super(new CheckedMySqlSink(), MySqlSinkTask.class);
    }
}
