package io.mysqlrelay.source.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting that breaks a rule.
 *
 * @param setting the one to change
 * @param message why, and to what; without the setting's value
 */
public record Violation(String setting, String message) {
    static String list(List<Violation> violations) {
        return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return setting + " " + message;
    }
}
