package io.mysqlrelay.testkit.adb.model;

/**
 * A column.
 *
 * @param defaultValue a constant, or null for none or NULL
 * @param defaultNow CURRENT_TIMESTAMP
 * @param comment empty for none
 */
public record ColumnFacts(
        String name,
        AdbType type,
        boolean nullable,
        String defaultValue,
        boolean defaultNow,
        boolean autoIncrement,
        String comment) {

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
