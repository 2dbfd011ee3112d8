package io.mysqlrelay.testkit.adb.model;

import io.mysqlrelay.testkit.adb.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * "{@code SHOW CREATE TABLE} of a real table prints {@code DISTRIBUTE BY HASH(...)} (no D), then e.g.
 * {@code PARTITION BY VALUE(DATE_FORMAT(...)) LIFECYCLE 30 INDEX_ALL='Y' STORAGE_POLICY='HOT' ENGINE='XUANWU'
 * TABLE_PROPERTIES='..' COMMENT='...'}".
 */
public final class ShowCreate {
    private static final List<String> ORDER =
            List.of("INDEX_ALL", "STORAGE_POLICY", "HOT_PARTITION_COUNT", "BLOCK_SIZE", "ENGINE", "TABLE_PROPERTIES");

    private ShowCreate() {}

    public static String text(TableFacts table) {
        List<String> lines = new ArrayList<>();
        List<String> key = table.key();
        if (key.isEmpty()) {
            lines.add(Literal.name(TableFacts.AUTO_ID) + " bigint AUTO_INCREMENT");
            key = List.of(TableFacts.AUTO_ID);
        }
        table.columns().forEach(column -> lines.add(column(column)));
        for (TableProperties.Index index : table.properties().indexes()) {
            lines.add(index.kind() + " " + Literal.name(index.name()) + " (" + names(index.columns()) + ")");
        }
        lines.add("PRIMARY KEY (" + names(key) + ")");
        return "CREATE TABLE " + Literal.name(table.name().table()) + " (\n  " + String.join(",\n  ", lines) + "\n)"
                + tail(table.properties());
    }

    private static String column(ColumnFacts column) {
        StringBuilder text = new StringBuilder(Literal.name(column.name()));
        text.append(' ').append(column.type().text());
        if (column.autoIncrement()) {
            text.append(" AUTO_INCREMENT");
        }
        if (!column.nullable()) {
            text.append(" NOT NULL");
        }
        if (column.defaultNow()) {
            text.append(" DEFAULT CURRENT_TIMESTAMP");
        } else if (column.defaultValue() != null) {
            text.append(" DEFAULT ").append(Literal.quote(column.defaultValue()));
        }
        if (!column.comment().isEmpty()) {
            text.append(" COMMENT ").append(Literal.quote(column.comment()));
        }
        return text.toString();
    }

    private static String tail(TableProperties properties) {
        StringBuilder text = new StringBuilder(" DISTRIBUTE BY ");
        text.append(properties.hash().isEmpty() ? "BROADCAST" : "HASH(" + names(properties.distribution()) + ")");
        if (!properties.partitionBy().isEmpty()) {
            text.append(" PARTITION BY ").append(properties.partitionBy());
            if (properties.lifecycle() > 0) {
                text.append(" LIFECYCLE ").append(properties.lifecycle());
            }
        }
        Map<String, String> options = properties.options();
        for (String option : ORDER) {
            if (options.containsKey(option)) {
                text.append(' ').append(option).append('=').append(options.get(option));
            }
        }
        if (!properties.comment().isEmpty()) {
            text.append(" COMMENT=").append(Literal.quote(properties.comment()));
        }
        return text.toString();
    }

    private static String names(List<String> names) {
        return String.join(", ", names.stream().map(Literal::name).toList());
    }
}
