package io.mysqlrelay.sink.mysql.plan;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How one column's values get into statements. All texts are fixed when the plan is made. */
public final class ColumnPlan {
    /** Their bytes are the same in utf8mb4, so text of the stream can be compared with them byte by byte. */
    private static final Set<String> SAME_BYTES = Set.of("utf8mb4", "utf8mb3", "utf8", "ascii");

    private final String name;
    private final String quoted;
    private final int index;
    private final ValueType type;
    private final boolean autoUpdated;
    private final String insertText;
    /** The value alone, in a form that compares with the column. */
    private final String keyText;

    private final String sameText;
    private final boolean converted;
    private final ValueWriter writer;
    /** Writes the second parameter of {@link #sameText}; null when there is one only. */
    private final ValueWriter sameWriter;

    ColumnPlan(TableName table, ColumnShape shape, int index, TargetColumn target) {
        this.name = shape.name();
        this.quoted = TableName.quote(target.name());
        this.index = index;
        this.type = shape.type();
        this.autoUpdated = target.autoUpdated();
        this.writer = writer(table, shape, target);
        boolean text = target.charset() != null && target.members().isEmpty();
        this.converted = shape.type() == ValueType.ENCODED_TEXT
                && !(text && shape.charset().equalsIgnoreCase(target.charset()));
        switch (shape.type()) {
            case STRING -> {
                insertText = "?";
                keyText = "?";
                // The first part can use an index; the second tells 'a' from 'A', which a collation does not.
                sameText = quoted + " <=> ? AND CAST(" + inUtf8(quoted, target) + " AS BINARY) <=> ?";
                sameWriter = Writers.UTF8_BYTES;
            }
            case ENCODED_TEXT -> {
                String stored = "CONVERT(? USING " + charset(shape.charset()) + ")";
                String compared = !text
                        ? stored
                        : (!converted ? stored : "CONVERT(" + stored + " USING " + charset(target.charset()) + ")")
                                + " COLLATE " + charset(target.collation());
                String bytes = !converted ? quoted : "CONVERT(" + quoted + " USING " + charset(shape.charset()) + ")";
                // A binary string is stored as it is, and bytes that are not valid give a warning.
                insertText = converted ? stored : "?";
                keyText = compared;
                sameText = quoted + " <=> " + compared + " AND CAST(" + bytes + " AS BINARY) <=> ?";
                sameWriter = writer;
            }
            case JSON -> {
                insertText = "?";
                keyText = "?";
                sameText = "CAST(" + quoted + " AS BINARY) <=> CAST(CAST(? AS JSON) AS BINARY)";
                sameWriter = null;
            }
            default -> {
                insertText = "?";
                keyText = "?";
                sameText = quoted + " <=> ?";
                sameWriter = null;
            }
        }
    }

    private static String inUtf8(String column, TargetColumn target) {
        boolean same = target.charset() == null || SAME_BYTES.contains(target.charset());
        return same ? column : "CONVERT(" + column + " USING utf8mb4)";
    }

    /** Names of character sets and collations are not quoted, so they must be words. */
    private static String charset(String name) {
        if (!name.matches("\\w+")) {
            throw new RelayException(ErrorCode.COLUMN_MISSING, "not a character set or collation: " + name);
        }
        return name;
    }

    private static ValueWriter writer(TableName table, ColumnShape shape, TargetColumn target) {
        if (target.members().isEmpty() || Members.sameNumbers(shape.members(), target.members(), target.charset())) {
            return Writers.of(shape.type());
        }
        List<Integer> numbers = shape.members().stream()
                .map(m -> target.members().indexOf(m) + 1)
                .toList();
        Writers.MissingMember missing = number -> new RelayException(
                ErrorCode.VALUE_CHANGED,
                String.format(
                        Locale.ROOT,
                        "table %s, column %s: member number %d of the source is not in the target's definition",
                        table,
                        shape.name(),
                        number));
        return switch (shape.type()) {
            case ENUM -> Writers.enumBy(numbers, missing);
            case SET -> Writers.setBy(numbers, missing);
            default -> Writers.of(shape.type());
        };
    }

    public String name() {
        return name;
    }

    public String quoted() {
        return quoted;
    }

    /** The column's place in the stream's row. */
    public int index() {
        return index;
    }

    /** Set in every UPDATE, or the server would set it to the present time. */
    boolean autoUpdated() {
        return autoUpdated;
    }

    String insertText() {
        return insertText;
    }

    String keyText() {
        return keyText;
    }

    String equalText() {
        return quoted + " = " + keyText;
    }

    String sameText() {
        return sameText;
    }

    ValueWriter writer() {
        return writer;
    }

    ValueWriter sameWriter() {
        return sameWriter;
    }

    /** Values are numbers of members. The server compares them as such with {@code =}, but as text inside IN. */
    boolean numbered() {
        return type == ValueType.ENUM || type == ValueType.SET;
    }

    /** The source's bytes are not stored as they are, but as the same text in the target's character set. */
    boolean converted() {
        return converted;
    }

    /** True for the value that always gives warning 1265 although it is stored as it is. */
    boolean warnsOn(Object value) {
        return type == ValueType.ENUM && value instanceof Long number && number == 0;
    }
}
