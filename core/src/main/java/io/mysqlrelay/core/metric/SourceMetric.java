package io.mysqlrelay.core.metric;

/** What the source task shows. Records count when they are handed to Connect's queue, those that a restart repeats again. */
public enum SourceMetric implements Metric {
    LAG(
            "lag-ms",
            "Age of the last transaction that was read from the source's binlog, or of the last moment at which the source had"
                    + " nothing to send: this worker's clock minus the source's. No value before the first."),
    PHASE("phase", "0 new, 1 schema, 2 full load, 3 incremental, 4 completed."),
    TABLES_TO_LOAD("tables-to-load", "Tables of the full load. 0 before it begins."),
    TABLES_LOADED("tables-loaded", "Of those, the ones whose rows have all been read."),
    ROWS_LOADED("rows-loaded-total", "Rows that the full load has read, those that it read again included."),
    CHUNKS("chunks-loaded-total", "Chunks in which tables with a usable key were read."),
    CHANGES("changes-total", "Row changes of captured tables, from the binlog."),
    TRANSACTIONS(
            "transactions-total", "Transactions that were read from the binlog, those without a captured change too."),
    DDL("ddl-total", "Statements put on the change topic, the schema phase's definitions included."),
    BYTES("bytes-total", "Size of the values of all records, before a converter; rough for numbers.");

    private final String id;
    private final String meaning;

    SourceMetric(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
