package io.mysqlrelay.source.check;

/**
 * What a check has to say.
 *
 * @param check stable id of the check
 * @param severity never null
 * @param setting of the connector that the user should look at
 * @param message what is wrong, with names and without secrets
 * @param fix the statement or step that ends it
 * @param temporary true when the same check may pass a minute later without any change: an outage, not a mistake
 */
public record Finding(String check, Severity severity, String setting, String message, String fix, boolean temporary) {
    /** How much a finding matters. */
    public enum Severity {
        /** The migration cannot work. */
        ERROR,
        /** The migration works; something may become worse than the user expects. */
        ALERT
    }

    static Finding error(String check, String setting, String message, String fix) {
        return new Finding(check, Severity.ERROR, setting, message, fix, false);
    }

    static Finding outage(String check, String setting, String message, String fix) {
        return new Finding(check, Severity.ERROR, setting, message, fix, true);
    }

    static Finding alert(String check, String setting, String message, String fix) {
        return new Finding(check, Severity.ALERT, setting, message, fix, false);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** @return one line: id, message, fix */
    public String text() {
        return check + " " + message + ". Fix: " + fix;
    }
}
