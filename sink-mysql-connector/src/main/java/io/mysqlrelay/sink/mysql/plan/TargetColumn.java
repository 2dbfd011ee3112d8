package io.mysqlrelay.sink.mysql.plan;

import java.util.List;

/**
 * A column of the target's table.
 *
 * @param charset null for columns without text
 * @param collation null for columns without text
 * @param generated its value is computed by the server and cannot be written
 * @param autoUpdated {@code ON UPDATE CURRENT_TIMESTAMP}: an UPDATE that does not set it changes it
 * @param nullable false for NOT NULL
 * @param members of ENUM and SET; empty for all others
 * @param type the type's word, such as {@code varchar}, in lower case
 * @param digits behind the point, of numbers and of seconds; -1 for types without, and for FLOAT without (M,D)
 */
record TargetColumn(
        String name,
        String charset,
        String collation,
        boolean generated,
        boolean autoUpdated,
        boolean nullable,
        List<String> members,
        String type,
        int digits) {}
