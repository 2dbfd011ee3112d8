package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;

/**
 * What a TABLE_MAP event says about a column, in the words of a column definition.
 *
 * @param type base type as in {@code table.Column}; TEXT types when {@code binary} is not known to be true
 * @param length of BIT in bits, of BINARY and CHAR in bytes, of DECIMAL the precision; -1 for all others
 * @param scale of DECIMAL, and the digits of a fraction of a second
 */
record BinlogColumn(String type, int length, int scale) {
    private static final String[] BLOBS = {"TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB"};
    private static final String[] TEXTS = {"TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT"};

    /**
     * @param code type byte of the event
     * @param meta the column's metadata as the client library delivers it
     * @param binary whether the column's character set is {@code binary}
     * @return type null when this version does not know it
     */
    static BinlogColumn of(int code, int meta, boolean binary) {
        ColumnType type = ColumnType.byCode(code);
        if (type == null) {
            return new BinlogColumn(null, -1, 0);
        }
        return switch (type) {
            case TINY -> plain("TINYINT");
            case SHORT -> plain("SMALLINT");
            case INT24 -> plain("MEDIUMINT");
            case LONG -> plain("INT");
            case LONGLONG -> plain("BIGINT");
            case FLOAT -> plain("FLOAT");
            case DOUBLE -> plain("DOUBLE");
            case NEWDECIMAL -> new BinlogColumn("DECIMAL", meta & 0xff, meta >> 8);
            case YEAR -> plain("YEAR");
            case DATE, NEWDATE -> plain("DATE");
            case TIME, TIME_V2 -> new BinlogColumn("TIME", -1, meta);
            case DATETIME, DATETIME_V2 -> new BinlogColumn("DATETIME", -1, meta);
            case TIMESTAMP, TIMESTAMP_V2 -> new BinlogColumn("TIMESTAMP", -1, meta);
            case BIT -> new BinlogColumn("BIT", (meta >> 8) * 8 + (meta & 0xff), 0);
            case VARCHAR, VAR_STRING -> plain(binary ? "VARBINARY" : "VARCHAR");
            case STRING -> string(meta, binary);
            case ENUM -> plain("ENUM");
            case SET -> plain("SET");
            case BLOB -> plain((binary ? BLOBS : TEXTS)[meta - 1]);
            case JSON -> plain("JSON");
            case GEOMETRY -> plain("GEOMETRY");
            default -> plain(null);
        };
    }

    private static BinlogColumn plain(String type) {
        return new BinlogColumn(type, -1, 0);
    }

    /** ENUM and SET come as STRING; the upper bits of a CHAR longer than 255 bytes hide in its type (field.cc). */
    private static BinlogColumn string(int meta, boolean binary) {
        int high = meta >> 8;
        int low = meta & 0xff;
        if (high == ColumnType.ENUM.getCode()) {
            return plain("ENUM");
        }
        if (high == ColumnType.SET.getCode()) {
            return plain("SET");
        }
        int length = (high & 0x30) == 0x30 ? low : low | (((high & 0x30) ^ 0x30) << 4);
        return new BinlogColumn(binary ? "BINARY" : "CHAR", length, 0);
    }
}
