package io.mysqlrelay.core.precheck;

/** What a check looks at. */
public enum Side {
    SOURCE,
    TARGET,
    /** Source and target together. */
    BOTH;

    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
