package io.mysqlrelay.source.debezium;

import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.meter.SourceMeter;
import io.mysqlrelay.source.record.ChangeStream;
import java.util.Map;

/** One start of the task: what the migration's start hands on to the streaming phase. */
final class Run {
    private final SourceConfig config;
    private final SourceFacts facts;
    private final CaptureFilter filter;
    private final TableModel model;
    private final ChangeStream stream;
    private final SourceMeter meter;
    private final Map<String, ?> from;
    private volatile Map<String, ?> streamFrom;

    Run(
            SourceConfig config,
            SourceFacts facts,
            CaptureFilter filter,
            TableModel model,
            ChangeStream stream,
            SourceMeter meter,
            Map<String, ?> from) {
        this.config = config;
        this.facts = facts;
        this.filter = filter;
        this.model = model;
        this.stream = stream;
        this.meter = meter;
        this.from = from;
    }

    SourceConfig config() {
        return config;
    }

    SourceFacts facts() {
        return facts;
    }

    CaptureFilter filter() {
        return filter;
    }

    TableModel model() {
        return model;
    }

    ChangeStream stream() {
        return stream;
    }

    SourceMeter meter() {
        return meter;
    }

    /** @return source offset at which the run begins; null to begin the migration */
    Map<String, ?> from() {
        return from;
    }

    /** @return source offset from which changes are read; null before the migration's start has decided it */
    Map<String, ?> streamFrom() {
        return streamFrom;
    }

    void streamFrom(Map<String, ?> offset) {
        streamFrom = offset;
    }
}
