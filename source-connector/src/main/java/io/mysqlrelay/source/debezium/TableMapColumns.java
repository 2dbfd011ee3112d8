package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventMetadata;
import com.github.shyiko.mysql.binlog.event.TableMapEventMetadata.DefaultCharset;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.util.List;
import java.util.Locale;

/**
 * The facts about columns in a TABLE_MAP event. Signs and character sets are there from MySQL 8.0.1 on, names with
 * {@code binlog_row_metadata=FULL} (MySQL manual, "Replication and Binary Logging Options and Variables").
 */
final class TableMapColumns {
    private final TableMapEventData map;
    private final TableMapEventMetadata metadata;
    private final Collations collations;
    /** Ordinal of each column among the character columns, -1 for all others. */
    private final int[] characterIndex;

    TableMapColumns(TableMapEventData map, Collations collations) {
        this.map = map;
        this.metadata = map.getEventMetadata();
        this.collations = collations;
        this.characterIndex = new int[map.getColumnTypes().length];
        int next = 0;
        for (int i = 0; i < characterIndex.length; i++) {
            characterIndex[i] = character(i) ? next++ : -1;
        }
    }

    private boolean character(int i) {
        ColumnType type = ColumnType.byCode(map.getColumnTypes()[i] & 0xff);
        if (type == ColumnType.STRING) {
            int real = map.getColumnMetadata()[i] >> 8;
            return real != ColumnType.ENUM.getCode() && real != ColumnType.SET.getCode();
        }
        return type == ColumnType.VARCHAR || type == ColumnType.VAR_STRING || type == ColumnType.BLOB;
    }

    BinlogColumn column(int i, boolean binary) {
        return BinlogColumn.of(map.getColumnTypes()[i] & 0xff, map.getColumnMetadata()[i], binary);
    }

    /** @return null when the event has no names */
    String name(int i) {
        List<String> names = metadata == null ? null : metadata.getColumnNames();
        return names == null || i >= names.size() ? null : names.get(i);
    }

    boolean unsigned(int i, String declaredType) {
        if (metadata != null && metadata.getSignedness() != null) {
            return metadata.getSignedness().get(i);
        }
        String type = declaredType.toUpperCase(Locale.ROOT);
        return type.contains("UNSIGNED") || type.contains("ZEROFILL") || type.startsWith("SERIAL");
    }

    /**
     * @param declaredBytes whether the declared type holds bytes, for an event without character sets
     * @param declaredCharset used for ENUM and SET, whose character set the event has only with full metadata
     * @return MySQL name; null for a column without a character set
     */
    String charset(int i, boolean declaredBytes, String declaredCharset) {
        int index = characterIndex[i];
        if (index < 0) {
            return declaredCharset;
        }
        Integer collation = metadata == null ? null : collation(index);
        return collation != null ? collations.charset(collation) : declaredBytes ? "binary" : declaredCharset;
    }

    private Integer collation(int index) {
        if (metadata.getColumnCharsets() != null) {
            return metadata.getColumnCharsets().get(index);
        }
        DefaultCharset most = metadata.getDefaultCharset();
        if (most == null) {
            return null;
        }
        Integer own = most.getCharsetCollations() == null
                ? null
                : most.getCharsetCollations().get(index);
        return own != null ? own : Integer.valueOf(most.getDefaultCharsetCollation());
    }
}
