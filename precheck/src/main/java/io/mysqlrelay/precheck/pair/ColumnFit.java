package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.precheck.server.ColumnFact;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a column of the target can hold every value that one of the source can. */
final class ColumnFit {
    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    /** By the bytes that they hold. */
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");

    private static final List<String> BLOBS = List.of("tinyblob", "blob", "mediumblob", "longblob");
    private static final long[] SIZES = {255, 65_535, 16_777_215, 4_294_967_295L};
    private static final Set<String> CHARS = Set.of("char", "varchar");
    private static final Set<String> BINARIES = Set.of("binary", "varbinary");
    private static final Pattern NUMBERS = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");

    private ColumnFit() {}

    /** @return what is wrong, for people; null when all is well */
    static String problem(ColumnFact source, ColumnFact target) {
        if (source.nullable() && !target.nullable()) {
            return "takes NULL in the source, NOT NULL in the target";
        }
        if (!type(source, target)) {
            return source.columnType() + " in the source, " + target.columnType() + " in the target";
        }
        return charset(source, target)
                ? null
                : "character set " + source.charset() + " in the source, " + target.charset() + " in the target";
    }

    private static boolean type(ColumnFact source, ColumnFact target) {
        String from = source.dataType();
        String to = target.dataType();
        if (INTEGERS.contains(from) && INTEGERS.contains(to)) {
            return integer(source, target);
        }
        if (CHARS.contains(from) || TEXTS.contains(from)) {
            return (CHARS.contains(to) || TEXTS.contains(to))
                    && length(target, TEXTS) >= length(source, TEXTS)
                    && !(from.equals("varchar") && to.equals("char"));
        }
        if (BINARIES.contains(from) || BLOBS.contains(from)) {
            return (BINARIES.contains(to) || BLOBS.contains(to))
                    && length(target, BLOBS) >= length(source, BLOBS)
                    // BINARY pads what is shorter.
                    && !(to.equals("binary") && !source.columnType().equals(target.columnType()));
        }
        if (!from.equals(to)) {
            return from.equals("float") && to.equals("double");
        }
        return switch (from) {
            case "decimal" ->
                number(target, 1) - number(target, 2) >= number(source, 1) - number(source, 2)
                        && number(target, 2) >= number(source, 2)
                        && (unsigned(source) || !unsigned(target));
            case "bit", "datetime", "timestamp", "time" -> number(target, 1) >= number(source, 1);
            // Numbers of members travel, so the first ones must be the same.
            case "enum", "set" ->
                target.columnType()
                        .startsWith(source.columnType()
                                .substring(0, source.columnType().length() - 1));
            case "float", "double" -> unsigned(source) || !unsigned(target);
            default -> true;
        };
    }

    private static boolean integer(ColumnFact source, ColumnFact target) {
        int from = INTEGERS.indexOf(source.dataType());
        int to = INTEGERS.indexOf(target.dataType());
        if (unsigned(source) == unsigned(target)) {
            return to >= from;
        }
        return unsigned(source) && to > from;
    }

    private static boolean unsigned(ColumnFact column) {
        return column.columnType().contains("unsigned");
    }

    private static long length(ColumnFact column, List<String> large) {
        int size = large.indexOf(column.dataType());
        return size >= 0 ? SIZES[size] : number(column, 1);
    }

    private static long number(ColumnFact column, int which) {
        Matcher m = NUMBERS.matcher(column.columnType());
        return m.find() && m.group(which) != null ? Long.parseLong(m.group(which)) : 0;
    }

    /** A wider set of characters is fine. */
    private static boolean charset(ColumnFact source, ColumnFact target) {
        if (source.charset() == null || target.charset() == null) {
            return true;
        }
        String from = newName(source.charset());
        String to = newName(target.charset());
        return from.equals(to)
                || to.equals("utf8mb4")
                || from.equals("ascii")
                || (to.equals("utf8mb3") && Set.of("latin1", "ucs2").contains(from));
    }

    private static String newName(String charset) {
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }
}
