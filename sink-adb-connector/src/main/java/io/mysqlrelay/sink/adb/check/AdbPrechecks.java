package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.sink.check.TargetPrecheck;
import java.util.Map;

/** The AnalyticDB sink's prechecks, for the command. */
public final class AdbPrechecks implements SidePrechecks {
    private final CheckedAdbSink sink = new CheckedAdbSink();

    @Override
    public String connector() {
        return sink.connector();
    }

    @Override
    public OpenSide open(Map<String, String> settings, boolean ownKafka) {
        return new TargetPrecheck(sink).open(settings, ownKafka);
    }
}
