package io.mysqlrelay.testkit.compare.adb;

import java.util.List;
import java.util.Map;

/**
 * A table of AnalyticDB.
 *
 * @param columns by name
 * @param distribution columns, by which the rows are spread over the nodes
 */
record AdbTable(Map<String, Column> columns, List<String> key, List<String> distribution, String comment) {
    /** @param type {@code COLUMN_TYPE} of the information schema */
    record Column(String type, boolean notNull, String comment) {}
}
