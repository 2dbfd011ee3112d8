package io.mysqlrelay.sink.adb.table;

/**
 * What a column's type becomes.
 *
 * @param loss what values lose by it; null for nothing
 * @param ambiguous why different values may become one, so that the column cannot be part of a key; null if they cannot
 */
public record MappedType(AdbType type, String loss, String ambiguous) {
    static MappedType exact(AdbType type) {
        return new MappedType(type, null, null);
    }

    static MappedType exact(AdbType.Base base) {
        return exact(AdbType.of(base));
    }
}
