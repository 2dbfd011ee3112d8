package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** Tells by its schema what a record is: of the relay's own source, or of a stock Debezium MySQL connector. */
final class RecordForms {
    static final String STOCK_STATEMENT = "io.debezium.connector.mysql.SchemaChangeValue";
    static final String STOCK_HEARTBEAT = "io.debezium.connector.common.Heartbeat";

    private static final int KEPT = 10_000;

    /** Forms of records. */
    enum Form {
        ROW,
        STOCK_STATEMENT,
        STOCK_HEARTBEAT,
        RELAY_STATEMENT,
        RELAY_MARKER,
        OTHER
    }

    /** Sources and converters give the records of one table the same schema object. */
    private final IdentityHashMap<Schema, Form> known = new IdentityHashMap<>();

    Form form(ConnectRecord<?> record) {
        Schema schema = record.valueSchema();
        if (schema == null || !(record.value() instanceof Struct)) {
            return Form.OTHER;
        }
        Form form = known.get(schema);
        if (form == null) {
            form = judge(schema);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(schema, form);
        }
        return form;
    }

    private static Form judge(Schema schema) {
        String name = schema.name() == null ? "" : schema.name();
        return switch (name) {
            case STOCK_STATEMENT -> Form.STOCK_STATEMENT;
            case STOCK_HEARTBEAT -> Form.STOCK_HEARTBEAT;
            case StreamNames.DDL_SCHEMA -> Form.RELAY_STATEMENT;
            case StreamNames.MARKER_SCHEMA -> Form.RELAY_MARKER;
            default -> name.endsWith(".Envelope") && isEnvelope(schema) ? Form.ROW : Form.OTHER;
        };
    }

    private static boolean isEnvelope(Schema schema) {
        return isStruct(schema.field("before"))
                && isStruct(schema.field("after"))
                && isStruct(schema.field("source"))
                && schema.field("op") != null;
    }

    private static boolean isStruct(Field field) {
        return field != null && field.schema().type() == Schema.Type.STRUCT;
    }

    Shown shown(ConnectRecord<?> record) {
        Form form = form(record);
        if (form == Form.OTHER || form == Form.STOCK_HEARTBEAT) {
            return Shown.Nothing.INSTANCE;
        }
        Struct value = (Struct) record.value();
        return switch (form) {
            case ROW -> row(record, value);
            case STOCK_STATEMENT -> {
                String text = value.getString("ddl");
                yield text == null
                        ? Shown.Nothing.INSTANCE
                        : new Shown.Ddl(text, value.getString("databaseName"), null, true);
            }
            case RELAY_STATEMENT ->
                new Shown.Ddl(
                        value.getString("text"),
                        value.getString("database"),
                        (String) value.getMap("session").get("sql_mode"),
                        false);
            default -> marker(value);
        };
    }

    private static Shown row(ConnectRecord<?> record, Struct value) {
        Struct before = value.getStruct("before");
        Struct after = value.getStruct("after");
        Struct source = value.getStruct("source");
        String table = source.getString("table");
        if ((before == null && after == null) || table == null) {
            return Shown.Nothing.INSTANCE;
        }
        // The relay's own records have no key, whatever their table has.
        boolean stock = record.headers().lastWithName(StreamNames.IDENTITY_HEADER) == null;
        return new Shown.Row(
                new TableName(source.getString("db"), table), before, after, stock && record.keySchema() == null);
    }

    private static Shown marker(Struct value) {
        Map<String, String> attributes = value.getMap("attributes");
        if ("true".equals(attributes.get("keyless"))) {
            return new Shown.KeylessTable(new TableName(attributes.get("db"), attributes.get("table")));
        }
        List<Struct> tables = value.getArray("tables");
        return tables == null
                ? Shown.Nothing.INSTANCE
                : new Shown.Tables(tables.stream()
                        .map(t -> new TableName(t.getString("db"), t.getString("table")))
                        .toList());
    }
}
