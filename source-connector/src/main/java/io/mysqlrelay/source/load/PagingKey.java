package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.schema.TableKey;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A key by which a table is read page by page.
 *
 * @param index its name
 */
record PagingKey(String index, List<Part> parts) {
    /**
     * @param position of the column in the shape
     * @param literal makes an SQL literal of the bytes that were read
     */
    record Part(int position, String column, boolean descending, Function<byte[], String> literal) {
        private String after(String value) {
            return Rows.column(column) + (descending ? " < " : " > ") + value;
        }

        private String same(String value) {
            return Rows.column(column) + " = " + value;
        }
    }

    /** @return the first key, the primary one before the others, whose values can be compared by index */
    static Optional<PagingKey> choose(TableShape shape, List<TableKey> keys) {
        return keys.stream()
                .filter(TableKey::identifiesRows)
                .filter(TableKey::visible)
                .map(key -> of(shape, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PagingKey> of(TableShape shape, TableKey key) {
        List<Part> parts = new ArrayList<>();
        for (TableKey.Part part : key.parts()) {
            int position = shape.columns().stream().map(Column::name).toList().indexOf(part.column());
            Optional<Function<byte[], String>> literal = position < 0 || !part.whole()
                    ? Optional.empty()
                    : KeyLiterals.of(shape.columns().get(position));
            if (literal.isEmpty()) {
                return Optional.empty();
            }
            parts.add(new Part(position, part.column(), part.descending(), literal.get()));
        }
        return Optional.of(new PagingKey(key.name(), List.copyOf(parts)));
    }

    /** The optimizer would at times prefer another index and sort the rest of the table for every page. */
    String hint() {
        return " FORCE INDEX (" + TableName.quote(index) + ")";
    }

    String order() {
        return String.join(
                ", ",
                parts.stream()
                        .map(part -> Rows.column(part.column()) + (part.descending() ? " DESC" : ""))
                        .toList());
    }

    /**
     * The rows behind a key: {@code a > x OR (a = x AND b > y)}. Written out because the optimizer makes no range of
     * {@code (a, b) > (x, y)}.
     */
    String after(List<byte[]> key) {
        StringBuilder condition = new StringBuilder();
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String value = parts.get(i).literal().apply(key.get(i));
            condition
                    .append(i > 0 ? " OR (" : "(")
                    .append(same)
                    .append(parts.get(i).after(value))
                    .append(')');
            same.append(parts.get(i).same(value)).append(" AND ");
        }
        return condition.toString();
    }
}
