package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** A record in one line, to be compared and read. */
final class Seen {
    private Seen() {}

    static RecordIdentity identity(SourceRecord record) {
        return RecordIdentity.decode((String)
                record.headers().lastWithName(StreamNames.IDENTITY_HEADER).value());
    }

    static SourceRecord last(List<SourceRecord> records) {
        return records.get(records.size() - 1);
    }

    static boolean marker(SourceRecord record, String type) {
        return record.valueSchema().name().equals(StreamNames.MARKER_SCHEMA)
                && type.equals(((Struct) record.value()).getString("type"));
    }

    static boolean heartbeat(SourceRecord record) {
        return record.valueSchema().name().equals(StreamNames.HEARTBEAT_SCHEMA);
    }

    static boolean change(SourceRecord record) {
        return identity(record).inTransaction();
    }

    static boolean ddl(SourceRecord record, String text) {
        return record.valueSchema().name().equals(StreamNames.DDL_SCHEMA)
                && ((Struct) record.value()).getString("text").contains(text);
    }

    /** @return kind and values, without times and run */
    static String line(SourceRecord record) {
        Struct value = (Struct) record.value();
        return switch (record.valueSchema().name()) {
            case StreamNames.MARKER_SCHEMA -> value.getString("type");
            case StreamNames.HEARTBEAT_SCHEMA -> "heartbeat";
            case StreamNames.DDL_SCHEMA -> value.getString("phase") + " " + value.getString("text");
            default ->
                value.getString("op") + " " + ((Struct) value.get("source")).getString("table") + " "
                        + row(value, "before") + " -> " + row(value, "after");
        };
    }

    /** @return {@link #line}, and whether it is said to be the last of its transaction */
    static String lineWithEnd(SourceRecord record) {
        return line(record) + (record.headers().lastWithName(StreamNames.END_HEADER) == null ? "" : " end");
    }

    private static Object row(Struct value, String field) {
        Struct row = value.getStruct(field);
        return row == null
                ? null
                : row.schema().fields().stream()
                        .map(f -> row.getWithoutDefault(f.name()))
                        .toList();
    }

    static List<String> lines(List<SourceRecord> records) {
        return records.stream().filter(r -> !heartbeat(r)).map(Seen::line).toList();
    }
}
