package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The facts about columns in a TABLE_MAP event, by the column's number. */
final class TableMapColumns {
    private final TableMap map;
    private final Collations collations;
    /** Ordinal of each column among the character columns, -1 for all others. */
    private final int[] characterIndex;

    private final BitSet unsigned;
    private final boolean signsAgree;

    /** @param declaredTypes of the model, for what the event leaves open */
    TableMapColumns(TableMap map, List<String> declaredTypes, Collations collations) {
        this.map = map;
        this.collations = collations;
        this.characterIndex = new int[map.getColumnTypes().length];
        int next = 0;
        for (int i = 0; i < characterIndex.length; i++) {
            characterIndex[i] = character(i) ? next++ : -1;
        }
        BitSet declared = declaredUnsigned(declaredTypes);
        BitSet plain = signs(false);
        // Newer servers give YEAR a sign too, and the event does not say so.
        BitSet withYear = signs(true);
        this.signsAgree = !map.optional().hasSigns() || plain.equals(declared) || withYear.equals(declared);
        this.unsigned = declared;
    }

    private ColumnType type(int i) {
        return ColumnType.byCode(map.getColumnTypes()[i] & 0xff);
    }

    private boolean numeric(int i) {
        ColumnType type = type(i);
        return type != null
                && switch (type) {
                    case TINY, SHORT, INT24, LONG, LONGLONG, NEWDECIMAL, FLOAT, DOUBLE -> true;
                    default -> false;
                };
    }

    private BitSet declaredUnsigned(List<String> declaredTypes) {
        BitSet bits = new BitSet();
        for (int i = 0; i < declaredTypes.size() && i < characterIndex.length; i++) {
            String type = declaredTypes.get(i).toUpperCase(Locale.ROOT);
            bits.set(
                    i,
                    numeric(i)
                            && (type.contains("UNSIGNED") || type.contains("ZEROFILL") || type.startsWith("SERIAL")));
        }
        return bits;
    }

    private BitSet signs(boolean yearHasSign) {
        BitSet bits = new BitSet();
        int index = 0;
        for (int i = 0; i < characterIndex.length && map.optional().hasSigns(); i++) {
            if (numeric(i)) {
                bits.set(i, map.optional().unsigned(index++));
            } else if (yearHasSign && type(i) == ColumnType.YEAR) {
                index++;
            }
        }
        return bits;
    }

    private boolean character(int i) {
        ColumnType type = type(i);
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
        return map.optional().name(i);
    }

    /** @return false when the event's signs contradict the declared types */
    boolean signsAgree() {
        return signsAgree;
    }

    boolean unsigned(int i) {
        return unsigned.get(i);
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
        Integer collation = map.optional().collation(index);
        return collation != null ? collations.charset(collation) : declaredBytes ? "binary" : declaredCharset;
    }
}
