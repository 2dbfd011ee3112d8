package io.mysqlrelay.cli.progress;

import io.mysqlrelay.core.metric.Lag;

/**
 * What the target's own tables say at one moment.
 *
 * @param phase {@code none} before the sink has written anything, else the phase of table {@code migration}
 * @param tables tables the migration has claimed
 * @param tablesCreated of those, how many exist by now
 * @param tablesLoaded of those, how many have all their rows
 * @param rowsLoaded rows of the full load that the target holds
 * @param sourceMillis source time of the last change applied; 0 before the first
 * @param checkpointMillis age of the checkpoint, by the target's clock; 0 when there is none
 * @param statementsApplied DDL executed; the schema phase's tables are not counted
 * @param statementsSkipped DDL that was recognised and left out, see {@code ddl_log}
 * @param statementsFailed DDL that the target refused and nobody has settled since
 * @param rowsRefused row changes that were left out, for the dead letter queue
 */
public record Snapshot(
        String phase,
        int tables,
        int tablesCreated,
        int tablesLoaded,
        long rowsLoaded,
        long sourceMillis,
        double checkpointMillis,
        int statementsApplied,
        int statementsSkipped,
        int statementsFailed,
        long rowsRefused) {
    public static final Snapshot NONE = new Snapshot("none", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** @return as the metric lag-ms of the sink, from its checkpoint: milliseconds, NaN before the first change */
    public double lagMillis() {
        return Lag.millis(System.currentTimeMillis(), sourceMillis);
    }

    public boolean incremental() {
        return phase.equals("incremental");
    }

    public boolean completed() {
        return phase.equals("completed");
    }
}
