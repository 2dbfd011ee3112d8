package io.mysqlrelay.source.debezium;

import io.debezium.relational.Column;
import io.debezium.relational.Table;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.source.record.TableBefore;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns of the table model in the words of SHOW CREATE TABLE. */
final class ModelColumns {
    private static final Set<String> TEXTS =
            Set.of("CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "ENUM", "SET");
    /** Precision up to which FLOAT(p) is a FLOAT (MySQL manual, "Floating-Point Types"). */
    private static final int FLOAT_BITS = 24;

    private ModelColumns() {}

    /** @return true if one of the clauses gives columns another definition */
    static boolean concerned(List<AlterClause> clauses) {
        return clauses.stream()
                .anyMatch(c -> c instanceof AlterClause.ModifyColumn
                        || c instanceof AlterClause.ChangeColumn
                        || c instanceof AlterClause.Convert);
    }

    static TableBefore of(Table model) {
        return new TableBefore(
                plain(model.defaultCharsetName()),
                model.columns().stream().map(ModelColumns::column).toList());
    }

    private static TableBefore.Column column(Column known) {
        String type = type(known);
        // The model calls a TIMESTAMP auto-incremented that ON UPDATE changes.
        boolean number = type != null && type.matches("(tiny|small|medium|big)?int.*|float.*|double.*");
        return new TableBefore.Column(
                known.name().replace("``", "`"), type, known.isOptional(), number && known.isAutoIncremented());
    }

    /** @return null if the model does not say exactly what it is */
    static String type(Column known) {
        String written = known.typeName().toUpperCase(Locale.ROOT);
        String base = DeclaredType.of(known);
        String charset = plain(known.charsetName());
        if (written.startsWith("REAL") || written.endsWith(" BYTE")) {
            // The one depends on the session that wrote it, the other is BINARY.
            return null;
        }
        if ("binary".equals(charset) && TEXTS.contains(base)) {
            base = base.endsWith("CHAR") ? base.replace("CHAR", "BINARY") : base.replace("TEXT", "BLOB");
        }
        String type = sized(base, known);
        if (type == null) {
            return null;
        }
        return type
                + (written.contains("UNSIGNED") || written.startsWith("SERIAL") || written.contains("ZEROFILL")
                        ? " unsigned"
                        : "")
                + (written.contains("ZEROFILL") ? " zerofill" : "")
                + (TEXTS.contains(base) && charset != null ? " CHARACTER SET " + charset : "");
    }

    private static String sized(String base, Column known) {
        String name = base.toLowerCase(Locale.ROOT);
        int length = known.length();
        return switch (base) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT", "YEAR", "DATE", "JSON", "GEOMETRY" -> name;
            case "TINYTEXT", "MEDIUMTEXT", "LONGTEXT", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB" -> name;
            // TEXT(n) is the smallest type that holds n characters.
            case "TEXT", "BLOB" -> length > 0 ? null : name;
            case "DECIMAL" ->
                name + "(" + (length > 0 ? length : 10) + "," + known.scale().orElse(0) + ")";
            case "FLOAT", "DOUBLE" -> real(name, length, known.scale().orElse(null));
            case "CHAR", "BINARY", "BIT" -> name + "(" + (length >= 0 ? length : 1) + ")";
            case "VARCHAR", "VARBINARY" -> length >= 0 ? name + "(" + length + ")" : null;
            case "TIME", "DATETIME", "TIMESTAMP" -> length > 0 ? name + "(" + length + ")" : name;
            case "ENUM", "SET" ->
                EnumMembers.of(known.enumValues()).stream()
                        .map(m -> "'" + m.replace("\\", "\\\\").replace("'", "''") + "'")
                        .collect(Collectors.joining(",", name + "(", ")"));
            default -> null;
        };
    }

    private static String real(String name, int length, Integer decimals) {
        if (decimals != null && length > 0) {
            return name + "(" + length + "," + decimals + ")";
        }
        return length > FLOAT_BITS ? "double" : name;
    }

    /** Character sets are also written in quotes. */
    private static String plain(String charset) {
        return charset == null ? null : charset.replaceAll("['\"`]", "").toLowerCase(Locale.ROOT);
    }
}
