package io.mysqlrelay.core.metric;

/** What the sink task shows. */
public enum SinkMetric implements Metric {
    LAG(
            "lag-ms",
            "Age of the newest change that the target holds, or of the last sign of life when the source is idle: this worker's clock"
                    + " minus the source's. No value before the first change."),
    CHECKPOINT_AGE(
            "checkpoint-age-ms",
            "Time since the target last confirmed a checkpoint, or since the task's start before the first one."),
    PHASE("phase", "0 new, 1 schema, 2 full load, 3 incremental, 4 completed. No value before the target is open."),
    SAFE_MODE(
            "safe-mode",
            "1 while changes from before the end of the full load are applied, which the loaded rows may already hold; else 0."),
    ROWS_APPLIED(
            "rows-applied-total",
            "Row changes that the target holds: rows of the full load, and changes, in committed windows and XA transactions."
                    + " Refused rows are not counted."),
    ROWS_WRITTEN(
            "rows-written-total",
            "Rows that committed statements have inserted, replaced, updated or deleted by key, to apply those changes."),
    REDUCTION("reduction-ratio", "rows-applied-total divided by rows-written-total. No value before the first row."),
    STATEMENTS(
            "statements-sent-total",
            "Statements with row changes that were sent to the target, repeated ones too; each may hold many rows."),
    WINDOWS("windows-applied-total", "Windows of row changes that the target holds."),
    LANES("lanes-used", "Lanes of the last window: sessions that applied it side by side. No value before the first."),
    WINDOW_LANES(
            "window-lanes-total", "Sum of lanes-used over all windows; divided by windows-applied-total, the average."),
    LANE_CONFLICTS(
            "lane-conflicts-total",
            "Windows that were taken back because their lanes waited for each other's locks, and applied in one lane."),
    RETRIES("retries-total", "Attempts to reach or use the target that failed and were followed by another one."),
    OUTAGE("outage-ms", "Time since the first of the attempts that fail now; 0 while the target works."),
    DDL_APPLIED(
            "ddl-applied",
            "Statements in the migration's ddl_log that were executed, or replaced by an operator's. The schema phase's tables are not in it."),
    DDL_SKIPPED("ddl-skipped", "Statements in the migration's ddl_log that were left out."),
    DDL_FAILED(
            "ddl-failed",
            "Statements in the migration's ddl_log that the target refused and that nobody has settled since."),
    ROWS_REFUSED(
            "rows-refused",
            "Row changes of the migration that the target refused and that went to the dead letter queue.");

    private final String id;
    private final String meaning;

    SinkMetric(String id, String meaning) {
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
