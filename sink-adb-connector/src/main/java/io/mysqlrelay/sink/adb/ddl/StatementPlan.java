package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.error.RelayException;
import java.util.List;

/**
 * What is done about a statement.
 *
 * @param steps in order; empty when nothing is to be done
 * @param refusal why the statement, or a clause of it, cannot be carried out; null if it can
 * @param always the refusal ends the task whatever the policy about refused statements is: going on would leave other rows
 *     than the source's
 * @param report a line for each part that has no counterpart and needs none
 */
public record StatementPlan(List<Step> steps, RelayException refusal, boolean always, List<String> report) {
    public StatementPlan {
        steps = List.copyOf(steps);
        report = List.copyOf(report);
    }

    static StatementPlan of(List<Step> steps, List<String> report) {
        return new StatementPlan(steps, null, false, report);
    }

    public static StatementPlan nothing(String reason) {
        return of(List.of(), List.of(reason));
    }

    public static StatementPlan refused(RelayException refusal, boolean always) {
        return new StatementPlan(List.of(), refusal, always, List.of());
    }
}
