package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.sink.check.SinkPrechecks;

/** The AnalyticDB sink's prechecks, for the command. */
public final class AdbPrechecks extends SinkPrechecks {
    public AdbPrechecks() {
        super(new CheckedAdbSink());
    }
}
