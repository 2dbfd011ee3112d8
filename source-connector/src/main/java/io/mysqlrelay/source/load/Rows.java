package io.mysqlrelay.source.load;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The select list of a table and what its rows decode to. */
final class Rows {
    private static final String ALIAS = "r";

    private final TableShape shape;
    private final boolean generated;
    private final List<ColumnCodec> codecs;
    /** Per column of the shape its place in the select list, from 1; 0 for columns that are not read. */
    private final int[] places;

    private final List<String> expressions = new ArrayList<>();

    /**
     * @param also positions of columns to read although they are generated: those of the paging key
     * @param generated rows have the values of generated columns
     */
    Rows(TableShape shape, List<ColumnCodec> codecs, List<Integer> also, boolean generated) {
        this.shape = shape;
        this.generated = generated;
        this.codecs = codecs;
        this.places = new int[codecs.size()];
        for (int i = 0; i < codecs.size(); i++) {
            if (generated || !shape.columns().get(i).generated() || also.contains(i)) {
                expressions.add(codecs.get(i)
                        .selectExpression(column(shape.columns().get(i).name())));
                places[i] = expressions.size();
            }
        }
    }

    /** Qualified, so that ORDER BY cannot take an expression of the select list for the column. */
    static String column(String name) {
        return ALIAS + "." + TableName.quote(name);
    }

    String select() {
        // A table of generated columns alone cannot exist, so the list is never empty.
        return "SELECT " + String.join(", ", expressions) + " FROM "
                + shape.name().quoted() + " AS " + ALIAS;
    }

    TableShape shape() {
        return shape;
    }

    /** @return names of generated columns that the rows have no values of */
    List<String> absent() {
        return generated
                ? List.of()
                : shape.columns().stream()
                        .filter(Column::generated)
                        .map(Column::name)
                        .toList();
    }

    /** @return the bytes of one column of the current row; null for NULL */
    byte[] raw(ResultSet row, int position) throws SQLException {
        return row.getBytes(places[position]);
    }

    /** @return the row's bytes, as sent by the server */
    long decode(ResultSet row, Object[] into) throws SQLException {
        long size = 0;
        for (int i = 0; i < places.length; i++) {
            if (places[i] > 0 && (generated || !shape.columns().get(i).generated())) {
                byte[] raw = row.getBytes(places[i]);
                if (raw != null) {
                    size += raw.length;
                    into[i] = codecs.get(i).fromText(raw);
                }
            }
        }
        return size;
    }
}
