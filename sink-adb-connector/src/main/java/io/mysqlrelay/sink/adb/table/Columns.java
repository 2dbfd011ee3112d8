package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import java.util.Set;

/** Columns of the source as columns of the target. */
public final class Columns {
    private static final Set<Base> DATES = Set.of(Base.DATE, Base.DATETIME, Base.TIMESTAMP);

    private Columns() {}

    /**
     * @param inKey whether the column is part of the target's primary key
     * @throws io.mysqlrelay.core.error.RelayException RELAY-4061 without the table's name, which the caller adds
     */
    public static AdbColumn translate(ColumnDefinition column, boolean inKey, TableRule rule, TypeRules rules) {
        AdbType type =
                TypeMapping.map(column, inKey, rule.type(column.name()), rules).type();
        boolean nullable = !column.notNull() || (rules.datesNullable() && DATES.contains(type.base()));
        return new AdbColumn(
                column.name(),
                type,
                inKey || !nullable,
                Defaults.of(column, column.byDefault(), type, rules.zone()).sql(),
                comment(column.comment()));
    }

    /** @return as much of the comment as the target takes */
    public static String comment(String text) {
        return text.length() <= Names.MOST_COMMENT ? text : text.substring(0, Names.MOST_COMMENT);
    }
}
