package io.mysqlrelay.sink.target;

/**
 * Where a migration stands.
 *
 * @param phase never null
 * @param types migration types of the BEGIN marker, comma separated; null before it
 * @param start P0 as encoded {@code SourcePosition}; null before BEGIN
 * @param safeUntil position up to which changes are applied in safe mode; null when the load has not ended or there was none
 */
public record MigrationState(Phase phase, String types, String start, String safeUntil) {
    /** In order; a migration never goes back. */
    public enum Phase {
        NEW,
        SCHEMA,
        FULL,
        INCREMENTAL,
        COMPLETED
    }
}
