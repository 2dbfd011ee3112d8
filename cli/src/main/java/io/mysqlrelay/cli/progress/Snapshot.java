package io.mysqlrelay.cli.progress;

/**
 * What the target's own tables say at one moment.
 *
 * @param phase {@code none} before the sink has written anything, else the phase of table {@code migration}
 * @param tables tables the migration has claimed
 * @param tablesCreated of those, how many exist by now
 * @param tablesLoaded of those, how many have all their rows
 * @param rowsLoaded rows of the full load that the target holds
 * @param sourceMillis source time of the last record applied; 0 before the first
 * @param statementsApplied DDL executed, schema phase included
 * @param statementsSkipped DDL that was recognised and left out, see {@code ddl_log}
 * @param statementsFailed DDL that stopped the sink
 */
public record Snapshot(
        String phase,
        int tables,
        int tablesCreated,
        int tablesLoaded,
        long rowsLoaded,
        long sourceMillis,
        int statementsApplied,
        int statementsSkipped,
        int statementsFailed) {
    public static final Snapshot NONE = new Snapshot("none", 0, 0, 0, 0, 0, 0, 0, 0);

    public boolean incremental() {
        return phase.equals("incremental");
    }

    public boolean completed() {
        return phase.equals("completed");
    }
}
