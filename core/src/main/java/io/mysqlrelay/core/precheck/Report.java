package io.mysqlrelay.core.precheck;

import java.util.List;

/**
 * What a run of checks has found, worst first.
 *
 * @param results of every check that ran
 */
public record Report(List<CheckResult> results) {
    public Report {
        results = results.stream().sorted(CheckResult.ORDER).toList();
    }

    /** @return what keeps the migration from starting */
    public List<CheckResult> errors() {
        return results.stream().filter(CheckResult::isError).toList();
    }

    /** @return alerts that nobody has accepted */
    public List<CheckResult> openAlerts() {
        return results.stream().filter(CheckResult::isOpenAlert).toList();
    }

    /** @return alerts and notes that the user has accepted */
    public List<CheckResult> ignored() {
        return results.stream().filter(CheckResult::ignored).toList();
    }

    /** @return what somebody has to act on before a start: errors and alerts that nobody has accepted */
    public Report open() {
        return new Report(
                results.stream().filter(r -> r.isError() || r.isOpenAlert()).toList());
    }

    public long count(State state) {
        return results.stream().filter(r -> r.finding().state() == state).count();
    }

    /** @return one line of numbers */
    public String summary() {
        long notes = results.stream().filter(r -> r.failed(Severity.NOTE)).count();
        long accepted = ignored().stream().filter(r -> r.failed(Severity.ALERT)).count();
        return errors().size() + " errors, " + openAlerts().size() + " alerts"
                + (accepted == 0 ? "" : " (" + accepted + " more ignored)") + ", " + notes + " notes, "
                + count(State.UNKNOWN) + " could not tell, "
                + count(State.SKIPPED) + " skipped, " + count(State.PASSED) + " passed";
    }
}
