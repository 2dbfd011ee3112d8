package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.sink.check.SinkPrechecks;

/** The MySQL sink's prechecks, for the command. */
public final class MySqlPrechecks extends SinkPrechecks {
    public MySqlPrechecks() {
        super(new CheckedMySqlSink());
    }
}
