package io.mysqlrelay.core.precheck;

import io.mysqlrelay.core.error.ErrorCode;
import java.util.Collection;
import java.util.List;

/**
 * One thing that a check has to say.
 *
 * @param state never null
 * @param severity of a failure
 * @param found what was seen, one clause without a full stop, without row values and secrets
 * @param objects concerned, all of them, each beginning with its table as {@code database.table} or with its database
 * @param instruction exact statement or setting that ends it; empty when there is nothing to do
 * @param setting of the connector that the user should look at; null for the check's own
 * @param code the error that a start would end with; null for none
 * @param temporary true when the same check may pass a minute later without any change: an outage, not a mistake
 */
public record Finding(
        State state,
        Severity severity,
        String found,
        List<String> objects,
        String instruction,
        String setting,
        ErrorCode code,
        boolean temporary) {
    public Finding {
        objects = List.copyOf(objects);
    }

    public static Finding error(String found, String instruction) {
        return failed(Severity.ERROR, found, instruction);
    }

    public static Finding alert(String found, String instruction) {
        return failed(Severity.ALERT, found, instruction);
    }

    public static Finding note(String found, String instruction) {
        return failed(Severity.NOTE, found, instruction);
    }

    private static Finding failed(Severity severity, String found, String instruction) {
        return new Finding(State.FAILED, severity, found, List.of(), instruction, null, null, false);
    }

    /** @param found what was seen where all is well; an empty list of findings means the same without words */
    public static Finding passed(String found) {
        return new Finding(State.PASSED, Severity.NOTE, found, List.of(), "", null, null, false);
    }

    public static Finding skipped(String reason) {
        return new Finding(State.SKIPPED, Severity.NOTE, reason, List.of(), "", null, null, false);
    }

    public static Finding unknown(String reason, String instruction) {
        return new Finding(State.UNKNOWN, Severity.NOTE, reason, List.of(), instruction, null, null, false);
    }

    /** @param names see {@link #objects}; sorted here */
    public Finding of(Collection<?> names) {
        List<String> sorted = names.stream().map(String::valueOf).sorted().toList();
        return new Finding(state, severity, found, sorted, instruction, setting, code, temporary);
    }

    public Finding on(String name) {
        return new Finding(state, severity, found, objects, instruction, name, code, temporary);
    }

    public Finding code(ErrorCode error) {
        return new Finding(state, severity, found, objects, instruction, setting, error, temporary);
    }

    /** An outage. */
    public Finding passing() {
        return new Finding(state, severity, found, objects, instruction, setting, code, true);
    }
}
