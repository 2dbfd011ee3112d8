package io.mysqlrelay.sink.mysql.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the server says about a table.
 *
 * @param columns by name, in the table's order, invisible ones included; the map ignores letter case as MySQL does
 * @param identity columns of the primary key, or of a unique key whose columns are all NOT NULL and whole; empty when
 *     there is none
 * @param keys the primary key and all unique keys, in an order that is always the same
 * @param deleteActions true if deleting a row changes rows of other tables
 * @param updateActions columns whose change changes rows of other tables
 * @param taken true if a row goes when the row it refers to is deleted
 * @param triggers true if it has any
 */
record TargetTable(
        Map<String, TargetColumn> columns,
        List<String> identity,
        List<TargetKey> keys,
        boolean deleteActions,
        Set<String> updateActions,
        boolean taken,
        boolean triggers) {}
