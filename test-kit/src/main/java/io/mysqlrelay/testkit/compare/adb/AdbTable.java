package io.mysqlrelay.testkit.compare.adb;

import java.util.List;
import java.util.Map;

/**
 * A table of AnalyticDB.
 *
 * @param columns by name, in their order
 * @param distribution columns, by which the rows are spread over the nodes; empty for BROADCAST
 * @param options as SHOW CREATE TABLE prints them behind the distribution: partitions, storage
 * @param indexes lines of SHOW CREATE TABLE about indexes that have a name
 */
record AdbTable(
        Map<String, Column> columns,
        List<String> key,
        List<String> distribution,
        String options,
        List<String> indexes,
        String comment) {
    /**
     * @param type {@code COLUMN_TYPE} of the information schema
     * @param byDefault null for none and for NULL
     * @param extra {@code auto_increment} or empty
     */
    record Column(String type, boolean notNull, String byDefault, String extra, String comment) {}
}
