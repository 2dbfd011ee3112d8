package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The optional fields of a TABLE_MAP event (libbinlogevents, rows_event.h, Optional_metadata_fields). Signs and character
 * sets are there from MySQL 8.0.1 on, names with {@code binlog_row_metadata=FULL}. Fields that are not needed, and
 * fields of newer servers, are passed over. The client library cannot be used: it counts YEAR among the columns that
 * have a sign, which 8.0.12 does not.
 */
final class TableMapOptional {
    private static final int SIGNEDNESS = 1;
    private static final int DEFAULT_CHARSET = 2;
    private static final int COLUMN_CHARSET = 3;
    private static final int COLUMN_NAME = 4;

    /** One bit per numeric column, the highest first; null when the event does not have it. */
    private byte[] signs;

    /** Collation of all character columns that are not in {@link #ownCollations}; null when the event has a list. */
    private Integer defaultCollation;

    private final Map<Integer, Integer> ownCollations = new HashMap<>();
    private List<Integer> collations;
    private List<String> names;

    static TableMapOptional read(byte[] fields) throws IOException {
        TableMapOptional optional = new TableMapOptional();
        ByteArrayInputStream in = new ByteArrayInputStream(fields);
        while (in.available() > 0) {
            int code = in.readInteger(1);
            byte[] value = in.read(in.readPackedInteger());
            optional.field(code, value, new ByteArrayInputStream(value));
        }
        return optional;
    }

    private void field(int code, byte[] value, ByteArrayInputStream in) throws IOException {
        switch (code) {
            case SIGNEDNESS -> signs = value;
            case DEFAULT_CHARSET -> {
                defaultCollation = in.readPackedInteger();
                while (in.available() > 0) {
                    int column = in.readPackedInteger();
                    ownCollations.put(column, in.readPackedInteger());
                }
            }
            case COLUMN_CHARSET -> {
                collations = new ArrayList<>();
                while (in.available() > 0) {
                    collations.add(in.readPackedInteger());
                }
            }
            case COLUMN_NAME -> {
                names = new ArrayList<>();
                while (in.available() > 0) {
                    names.add(new String(in.read(in.readPackedInteger()), StandardCharsets.UTF_8));
                }
            }
            default -> {}
        }
    }

    boolean hasSigns() {
        return signs != null;
    }

    /** @return whether the column is unsigned; false behind the last sign */
    boolean unsigned(int numericIndex) {
        return numericIndex / 8 < signs.length && (signs[numericIndex / 8] & (0x80 >> (numericIndex % 8))) != 0;
    }

    /** @return null when the event has no character sets */
    Integer collation(int characterIndex) {
        return collations != null
                ? collations.get(characterIndex)
                : ownCollations.getOrDefault(characterIndex, defaultCollation);
    }

    /** @return null when the event has no names */
    String name(int column) {
        return names == null ? null : names.get(column);
    }
}
