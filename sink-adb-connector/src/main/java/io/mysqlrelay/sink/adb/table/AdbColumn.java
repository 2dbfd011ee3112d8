package io.mysqlrelay.sink.adb.table;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;

/**
 * A column of a table in AnalyticDB.
 *
 * @param byDefault the constant as in a statement, or CURRENT_TIMESTAMP; null for none
 * @param comment empty for none
 */
public record AdbColumn(String name, AdbType type, boolean notNull, String byDefault, String comment) {
    /** @return name, type and everything behind it, as in CREATE TABLE and in each clause of ALTER TABLE */
    public String sql() {
        StringBuilder sql = new StringBuilder(TableName.quote(name)).append(' ').append(type.sql());
        if (notNull) {
            sql.append(" NOT NULL");
        }
        if (byDefault != null) {
            sql.append(" DEFAULT ").append(byDefault);
        }
        if (!comment.isEmpty()) {
            sql.append(" COMMENT ").append(SqlLiterals.text(comment));
        }
        return sql.toString();
    }

    public AdbColumn withType(AdbType to) {
        return new AdbColumn(name, to, notNull, byDefault, comment);
    }

    public AdbColumn withDefault(String value) {
        return new AdbColumn(name, type, notNull, value, comment);
    }

    public AdbColumn withNotNull(boolean value) {
        return new AdbColumn(name, type, value, byDefault, comment);
    }
}
