package io.mysqlrelay.core.precheck;

/** What a failed check means for the migration. Worst first. */
public enum Severity {
    /** The migration cannot work, or would lose something: it is not started, and nobody can wave it through. */
    ERROR,
    /** It works with a disadvantage or a risk that somebody has to accept, by correcting or by ignoring it. */
    ALERT,
    /** Worth knowing; asks for nothing. */
    NOTE;

    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
