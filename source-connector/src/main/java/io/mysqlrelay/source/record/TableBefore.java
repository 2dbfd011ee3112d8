package io.mysqlrelay.source.record;

import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A table as it was immediately before a statement that may change values of its rows, of which no row event tells.
 *
 * @param charset MySQL name of the character set of columns without their own; null if it is not known
 * @param columns all of them, in the table's order
 */
public record TableBefore(String charset, List<Column> columns) {
    private static final Schema COLUMN_SCHEMA = SchemaBuilder.struct()
            .name("io.mysqlrelay.ColumnBefore")
            .field("name", Schema.STRING_SCHEMA)
            .field("type", Schema.OPTIONAL_STRING_SCHEMA)
            .field("nullable", Schema.BOOLEAN_SCHEMA)
            .field("auto_increment", Schema.BOOLEAN_SCHEMA)
            .build();

    static final Schema SCHEMA = SchemaBuilder.struct()
            .name("io.mysqlrelay.TableBefore")
            .optional()
            .field("charset", Schema.OPTIONAL_STRING_SCHEMA)
            .field("columns", SchemaBuilder.array(COLUMN_SCHEMA).build())
            .build();

    public TableBefore {
        columns = List.copyOf(columns);
    }

    /**
     * One of its columns.
     *
     * @param type as SHOW CREATE TABLE prints it, with the character set always: {@code varchar(20) CHARACTER SET latin1};
     *     null if it is not known for certain
     */
    public record Column(String name, String type, boolean nullable, boolean autoIncrement) {
        private Struct struct() {
            return new Struct(COLUMN_SCHEMA)
                    .put("name", name)
                    .put("type", type)
                    .put("nullable", nullable)
                    .put("auto_increment", autoIncrement);
        }
    }

    Struct struct() {
        return new Struct(SCHEMA)
                .put("charset", charset)
                .put("columns", columns.stream().map(Column::struct).toList());
    }
}
