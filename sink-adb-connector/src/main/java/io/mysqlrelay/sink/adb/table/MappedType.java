package io.mysqlrelay.sink.adb.table;

/**
 * What a column's type becomes.
 *
 * @param loss what values lose or change by it; null for nothing
 * @param kind of the loss; null for none
 * @param ambiguous why different values may become one, so that the column cannot be part of a key; null if they cannot
 */
public record MappedType(AdbType type, String loss, Remark.Kind kind, String ambiguous) {
    static MappedType exact(AdbType type) {
        return new MappedType(type, null, null, null);
    }

    static MappedType exact(AdbType.Base base) {
        return exact(AdbType.of(base));
    }

    /** The same values in another form. */
    static MappedType formed(AdbType type, String form, String ambiguous) {
        return new MappedType(type, form, Remark.Kind.FORM, ambiguous);
    }
}
