package io.mysqlrelay.testkit.adb.model;

import java.util.Locale;

/**
 * A documented type. The length of VARCHAR "is syntax only and not enforced", so none is kept.
 *
 * @param precision of DECIMAL, otherwise 0
 * @param scale of DECIMAL, otherwise 0
 */
public record AdbType(Kind kind, int precision, int scale) {
    /** The base types; aliases are refused, because no document promises them. */
    public enum Kind {
        BOOLEAN,
        TINYINT,
        SMALLINT,
        INT,
        BIGINT,
        FLOAT,
        DOUBLE,
        DECIMAL,
        VARCHAR,
        BINARY,
        DATE,
        TIME,
        DATETIME,
        TIMESTAMP,
        JSON,
        POINT;

        public boolean isInteger() {
            return this == TINYINT || this == SMALLINT || this == INT || this == BIGINT;
        }

        public boolean isDated() {
            return this == DATE || this == DATETIME || this == TIMESTAMP;
        }

        /** Whether literals of it are looked at before the backing server sees them. */
        public boolean isChecked() {
            return isDated() || this == TIME || this == BOOLEAN;
        }
    }

    public static AdbType of(Kind kind) {
        return new AdbType(kind, 0, 0);
    }

    /** As SHOW CREATE TABLE prints it. */
    public String text() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.DECIMAL ? name + "(" + precision + ", " + scale + ")" : name;
    }

    /** The word that error messages use for its family. */
    public String family() {
        return switch (kind) {
            case TINYINT, SMALLINT, INT, BIGINT -> "LONG";
            case VARCHAR -> "STRING";
            default -> kind.name();
        };
    }

    /** @param columnType of {@code information_schema.columns} of the backing server */
    public static AdbType ofBacking(String columnType) {
        String name = columnType.replaceAll("\\(.*", "");
        return switch (name) {
            case "longtext", "varchar" -> of(Kind.VARCHAR);
            case "longblob", "varbinary" -> of(Kind.BINARY);
            case "tinyint" -> of(columnType.equals("tinyint(1)") ? Kind.BOOLEAN : Kind.TINYINT);
            case "decimal" -> {
                String[] sizes =
                        columnType.substring(8, columnType.indexOf(')')).split(",");
                yield new AdbType(Kind.DECIMAL, Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
            }
            default -> of(Kind.valueOf(name.toUpperCase(Locale.ROOT)));
        };
    }
}
