package io.mysqlrelay.it.histories;

import java.util.List;
import java.util.Random;

/**
 * A table as the server describes it at one moment.
 *
 * @param columns in the table's order
 * @param indexes names, PRIMARY among them
 * @param partitions names; empty when the table has none
 */
record Shape(String name, List<Column> columns, List<String> indexes, List<String> partitions) {
    /** @param type as the server prints it, such as {@code decimal(10,2) unsigned} */
    record Column(String name, String type, boolean generated, boolean nullable) {
        String quoted() {
            return "`" + name.replace("`", "``") + "`";
        }
    }

    String quoted() {
        return "`" + name + "`";
    }

    List<Column> writable() {
        return columns.stream().filter(column -> !column.generated()).toList();
    }

    Column any(Random random) {
        return columns.get(random.nextInt(columns.size()));
    }
}
