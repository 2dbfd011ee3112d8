package io.mysqlrelay.source.meter;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.metric.Lag;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.metric.SourceMetric;
import io.mysqlrelay.core.stream.MarkerType;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What the source task tells of its work, and the values of its metrics. Told by one thread at a time, the full load's and
 * then the binlog reader's; asked by any.
 */
public final class SourceMeter {
    private final LongSupplier clock;
    private final Count rowsLoaded = new Count();
    private final Count chunks = new Count();
    private final Count changes = new Count();
    private final Count transactions = new Count();
    private final Count statements = new Count();
    private final Count bytes = new Count();
    private final LoadTally load = new LoadTally();
    private volatile int phase = PhaseNumber.NEW;
    /** Source's time up to which everything is read; 0 when not known. */
    private volatile long readUpTo;

    /** @param clock this machine's, in milliseconds since the epoch, for what is compared with the source's times */
    public SourceMeter(LongSupplier clock) {
        this.clock = clock;
    }

    public void rowLoaded() {
        rowsLoaded.add(1);
    }

    public void chunk() {
        chunks.add(1);
    }

    public void change() {
        changes.add(1);
    }

    /** One of the binlog's, read to its end. */
    public void transaction() {
        transactions.add(1);
    }

    public void statement() {
        statements.add(1);
    }

    public void bytes(long size) {
        bytes.add(size);
    }

    /** @param sourceMillis source's time up to which the binlog is read; milliseconds since the epoch */
    public void readUpTo(long sourceMillis) {
        readUpTo = sourceMillis;
    }

    /** @param number see {@link PhaseNumber} */
    public void phase(int number) {
        phase = number;
    }

    /** The full load begins, or goes on, with these tables in all. */
    public void load(Collection<TableName> tables) {
        phase = PhaseNumber.FULL;
        load.begin(tables);
    }

    /** All rows of the table were read, now or before a restart. */
    public void loaded(TableName table) {
        load.done(table);
    }

    /** A marker was sent. */
    public void marker(MarkerType type, Map<String, String> attributes) {
        switch (type) {
            case BEGIN -> phase = PhaseNumber.NEW;
            case SCHEMA_BEGIN -> phase = PhaseNumber.SCHEMA;
            case INCREMENTAL_BEGIN -> phase = PhaseNumber.INCREMENTAL;
            case COMPLETED -> phase = PhaseNumber.COMPLETED;
            case TABLE_END -> load.done(table(attributes));
            case TABLE_AGAIN -> load.again(table(attributes), Boolean.parseBoolean(attributes.get("exists")));
            default -> {}
        }
    }

    private static TableName table(Map<String, String> attributes) {
        return new TableName(attributes.get("db"), attributes.get("table"));
    }

    /** @return NaN when there is no value; any thread */
    public double value(SourceMetric metric) {
        return switch (metric) {
            case LAG -> Lag.millis(clock.getAsLong(), readUpTo);
            case PHASE -> phase;
            case TABLES_TO_LOAD -> load.tables();
            case TABLES_LOADED -> load.loaded();
            case ROWS_LOADED -> rowsLoaded.get();
            case CHUNKS -> chunks.get();
            case CHANGES -> changes.get();
            case TRANSACTIONS -> transactions.get();
            case DDL -> statements.get();
            case BYTES -> bytes.get();
        };
    }
}
