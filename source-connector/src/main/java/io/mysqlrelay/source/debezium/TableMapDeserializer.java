package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.TableMapEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the table's name as the UTF-8 it is; the library decodes it with the JVM's default character set. */
final class TableMapDeserializer implements EventDataDeserializer<TableMapEventData> {
    /** Table id and flags (libbinlogevents, rows_event.h). */
    private static final int NAMES_AT = 8;

    private final TableMapEventDataDeserializer library = new TableMapEventDataDeserializer();

    @Override
    public TableMapEventData deserialize(ByteArrayInputStream in) throws IOException {
        byte[] bytes = in.read(in.available());
        TableMapEventData data = library.deserialize(new ByteArrayInputStream(bytes));
        int databaseLength = bytes[NAMES_AT] & 0xff;
        data.setDatabase(new String(bytes, NAMES_AT + 1, databaseLength, StandardCharsets.UTF_8));
        int tableAt = NAMES_AT + databaseLength + 2;
        data.setTable(new String(bytes, tableAt + 1, bytes[tableAt] & 0xff, StandardCharsets.UTF_8));
        return data;
    }
}
