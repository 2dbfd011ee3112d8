package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.TableBefore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** The structs with a fixed schema: markers and statements. Fields: {@code docs/DESIGN.md}. */
final class StructValues {
    private StructValues() {}

    static Marker marker(Struct value) {
        return new Marker(
                MarkerType.valueOf(value.getString("type")), Map.copyOf(value.getMap("attributes")), tables(value));
    }

    static DdlChange ddl(Struct value, RecordIdentity identity) {
        String phase = value.getString("phase");
        boolean schemaPhase = phase.equals("schema");
        if (!schemaPhase && !phase.equals("incremental")) {
            throw new DataException("unknown phase of a statement");
        }
        return new DdlChange(
                schemaPhase,
                value.getString("database"),
                Objects.requireNonNull(bytes(value.get("statement"))),
                Objects.requireNonNull(value.getString("charset")),
                Objects.requireNonNull(value.getString("text")),
                Map.copyOf(value.getMap("session")),
                tables(value),
                identity.transaction(),
                identity.ordinal(),
                value.getInt64("ts_ms"),
                before(value));
    }

    /** Sources before the second version of the schema do not tell it. */
    private static TableBefore before(Struct value) {
        Struct table = value.schema().field("before") == null ? null : value.getStruct("before");
        if (table == null) {
            return null;
        }
        List<Struct> columns = table.getArray("columns");
        return new TableBefore(
                table.getString("charset"),
                columns.stream()
                        .map(c -> new TableBefore.Column(
                                Objects.requireNonNull(c.getString("name")),
                                c.getString("type"),
                                c.getBoolean("nullable"),
                                c.getBoolean("auto_increment")))
                        .toList());
    }

    private static List<TableName> tables(Struct value) {
        List<Struct> tables = value.getArray("tables");
        return tables == null
                ? List.of()
                : tables.stream()
                        .map(t -> new TableName(
                                Objects.requireNonNull(t.getString("db")),
                                Objects.requireNonNull(t.getString("table"))))
                        .toList();
    }

    /** JsonConverter gives arrays, Avro's converter buffers. */
    static byte[] bytes(Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return (byte[]) value;
    }
}
