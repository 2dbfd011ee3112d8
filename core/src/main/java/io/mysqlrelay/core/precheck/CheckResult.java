package io.mysqlrelay.core.precheck;

import java.util.Comparator;

/**
 * One line of a report.
 *
 * @param ignored the user has accepted it
 * @param millis how long the check took
 */
public record CheckResult(CheckKind kind, Side side, String setting, Finding finding, boolean ignored, long millis) {
    /** What must be read first comes first. */
    static final Comparator<CheckResult> ORDER = Comparator.comparingInt(CheckResult::rank)
            .thenComparing(CheckResult::kind)
            .thenComparing(CheckResult::side);

    private static final int OBJECTS_SHOWN = 10;

    private int rank() {
        return switch (finding.state()) {
            case FAILED ->
                (ignored ? 5 : 0)
                        + switch (finding.severity()) {
                            case ERROR -> 0;
                            case ALERT -> 1;
                            case NOTE -> 2;
                        };
            case UNKNOWN -> 10;
            case SKIPPED -> 11;
            case PASSED -> 12;
        };
    }

    public boolean failed(Severity severity) {
        return finding.state() == State.FAILED && finding.severity() == severity;
    }

    /** @return true for what keeps a migration from starting */
    public boolean isError() {
        return failed(Severity.ERROR);
    }

    /** @return true for an alert that nobody has accepted */
    public boolean isOpenAlert() {
        return failed(Severity.ALERT) && !ignored;
    }

    /** @return the objects, the first few by name; empty when there are none */
    public String objectsText() {
        int count = finding.objects().size();
        String shown = String.join(
                ", ", finding.objects().stream().limit(OBJECTS_SHOWN).toList());
        return count > OBJECTS_SHOWN ? shown + " and " + (count - OBJECTS_SHOWN) + " more" : shown;
    }

    /** @return one line: id, code, what was found, what to do */
    public String text() {
        StringBuilder text = new StringBuilder(kind.id());
        if (finding.code() != null) {
            text.append(' ').append(finding.code().id());
        }
        text.append(' ').append(finding.found());
        if (!finding.objects().isEmpty()) {
            text.append(" (").append(objectsText()).append(')');
        }
        if (!finding.instruction().isEmpty()) {
            text.append(". Fix: ").append(finding.instruction());
        }
        return text.toString();
    }

    /** @return the text of an alert where it refuses something: with the way around it */
    public String refusal() {
        return text() + ". Or accept it: precheck.ignore=" + kind.id();
    }
}
