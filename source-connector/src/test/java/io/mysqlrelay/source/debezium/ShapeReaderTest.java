package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.mysqlrelay.source.table.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeReaderTest {
    private static final String ROW_ID = "__#alibaba_rds_row_id#__";
    private static final Table KNOWN = Table.editor()
            .tableId(new TableId("shop", null, "t"))
            .addColumn(io.debezium.relational.Column.editor()
                    .name("a")
                    .type("INT UNSIGNED")
                    .jdbcType(Types.INTEGER)
                    .create())
            .create();

    private final ShapeReader ofRds = new ShapeReader(new Collations(Map.of()), true);
    private final ShapeReader ofOthers = new ShapeReader(new Collations(Map.of()), false);

    @Test
    void theHiddenKeyOfRdsIsNoColumn() throws IOException {
        TableMap event = event(new String[] {"a", ROW_ID}, ColumnType.LONG, ColumnType.LONGLONG);
        assertThat(ofRds.shape(KNOWN, event, "here").hiddenLast()).isTrue();
        assertThat(ofRds.shape(KNOWN, event, "here").columns())
                .extracting(Column::name, Column::unsigned)
                .containsExactly(tuple("a", true));
        assertThat(ofRds.shape(KNOWN, event(null, ColumnType.LONG, ColumnType.LONGLONG), "here")
                        .hiddenLast())
                .isTrue();
        assertThat(ofRds.shape(KNOWN, event(new String[] {"a"}, ColumnType.LONG), "here")
                        .hiddenLast())
                .isFalse();
    }

    @Test
    void aColumnThatTheModelLacksIsNotTakenForIt() throws IOException {
        TableMap row = event(null, ColumnType.LONG, ColumnType.LONGLONG);
        assertThatThrownBy(() -> ofOthers.shape(KNOWN, row, "here")).hasMessageContaining("RELAY-2204");
        TableMap named = event(new String[] {"a", "b"}, ColumnType.LONG, ColumnType.LONGLONG);
        assertThatThrownBy(() -> ofRds.shape(KNOWN, named, "here")).hasMessageContaining("RELAY-2204");
        TableMap shorter = event(null, ColumnType.LONG, ColumnType.LONG);
        assertThatThrownBy(() -> ofRds.shape(KNOWN, shorter, "here")).hasMessageContaining("RELAY-2204");
    }

    /** @param names null for an event of binlog_row_metadata=MINIMAL */
    private static TableMap event(String[] names, ColumnType... types) throws IOException {
        ByteArrayOutputStream optional = new ByteArrayOutputStream();
        // All are unsigned.
        optional.write(new byte[] {1, 1, (byte) 0xff});
        if (names != null) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (String name : names) {
                text.write(name.length());
                text.write(name.getBytes(StandardCharsets.US_ASCII));
            }
            optional.write(4);
            optional.write(text.size());
            text.writeTo(optional);
        }
        byte[] codes = new byte[types.length];
        for (int i = 0; i < types.length; i++) {
            codes[i] = (byte) types[i].getCode();
        }
        TableMapEventData data = new TableMapEventData();
        data.setColumnTypes(codes);
        data.setColumnMetadata(new int[types.length]);
        return new TableMap(data, "shop", "t", TableMapOptional.read(optional.toByteArray()));
    }
}
