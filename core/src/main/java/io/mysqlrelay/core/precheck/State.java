package io.mysqlrelay.core.precheck;

/** How a check ended. */
public enum State {
    PASSED("passed"),
    FAILED("failed"),
    /** It does not apply; the result says why. */
    SKIPPED("skipped"),
    /** It applies, and what it needs could not be read: a missing privilege, a time-out, a defect. */
    UNKNOWN("could not tell");

    private final String text;

    State(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
