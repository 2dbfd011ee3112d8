package io.mysqlrelay.core.metric;

/** What the transform OneTopic shows. */
public enum OneTopicMetric implements Metric {
    ROWS("rows-total", "Rows and row changes put on the change topic."),
    STATEMENTS("statements-total", "Statements put on the change topic, definitions of a snapshot included."),
    SKIPPED(
            "skipped-statements-total",
            "Statements that were left out: about views, routines, triggers and events with object.statements=skip, and those"
                    + " that change no table."),
    SNAPSHOT_DROPS("snapshot-drops-total", "DROP statements with which a snapshot begins, left out.");

    private final String id;
    private final String meaning;

    OneTopicMetric(String id, String meaning) {
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
