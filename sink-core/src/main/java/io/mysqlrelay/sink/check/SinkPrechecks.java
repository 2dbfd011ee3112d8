package io.mysqlrelay.sink.check;

import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.SidePrechecks;
import java.util.Map;

/** A sink's prechecks, for the command. A subclass names the sink. */
public abstract class SinkPrechecks implements SidePrechecks {
    private final CheckedSink sink;

    protected SinkPrechecks(CheckedSink sink) {
        this.sink = sink;
    }

    @Override
    public String connector() {
        return sink.connector();
    }

    @Override
    public OpenSide open(Map<String, String> settings, boolean ownKafka) {
        return new TargetPrecheck(sink).open(settings, ownKafka);
    }
}
