package io.mysqlrelay.sink.adb.value;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.change.ColumnShape;

/** Writes one column's values into statements. Thread-safe. */
public final class ColumnWriter {
    private final String column;
    private final boolean notNull;
    private final Literal literal;
    /** Null to refuse where the column takes no NULL. */
    private final String substitute;

    private ColumnWriter(String column, boolean notNull, Literal literal, String substitute) {
        this.column = column;
        this.notNull = notNull;
        this.literal = literal;
        this.substitute = substitute;
    }

    /** @throws RelayException RELAY-4061 if the target's column cannot hold the stream's values */
    public static ColumnWriter of(ColumnShape shape, AdbColumn target, boolean inKey, ValueRules rules) {
        Base base = target.type().base();
        Literal literal = Literals.of(shape, base, inKey, rules);
        if (literal == null) {
            throw new RelayException(
                    ErrorCode.ADB_TYPE,
                    "column " + shape.name() + " has values of kind " + shape.type()
                            + (shape.charset() == null ? "" : " in character set " + shape.charset())
                            + " and is " + target.type() + " in the target");
        }
        boolean date = base == Base.DATE || base == Base.DATETIME || base == Base.TIMESTAMP;
        String substitute = date && rules.substitute() != null
                ? "'" + rules.substitute() + (base == Base.DATE ? "'" : " 00:00:00'")
                : null;
        return new ColumnWriter(shape.name(), target.notNull(), literal, substitute);
    }

    /**
     * @param value null for NULL
     * @throws RelayException RELAY-4064, naming the column
     */
    public void write(StringBuilder sql, Object value) {
        if (value == null) {
            sql.append("NULL");
            return;
        }
        try {
            if (literal.write(sql, value)) {
                return;
            }
        } catch (ValueRefused e) {
            throw refused(e.getMessage());
        }
        if (!notNull) {
            sql.append("NULL");
        } else if (substitute != null) {
            sql.append(substitute);
        } else {
            throw refused("a value that becomes NULL, where the target takes no NULL");
        }
    }

    private RelayException refused(String what) {
        return new RelayException(ErrorCode.ADB_VALUE, "column " + column + " has " + what);
    }
}
