package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.TableMapEventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the table's name as the UTF-8 it is, which the library does not, and the optional fields in our own way. */
final class TableMapDeserializer {
    /** Table id and flags (libbinlogevents, rows_event.h). */
    private static final int NAMES_AT = 8;

    private final TableMapEventDataDeserializer library = new TableMapEventDataDeserializer();

    TableMap deserialize(byte[] bytes) throws IOException {
        int databaseLength = bytes[NAMES_AT] & 0xff;
        int tableAt = NAMES_AT + databaseLength + 2;
        int tableLength = bytes[tableAt] & 0xff;
        int columnsAt = tableAt + tableLength + 2;
        int optionalAt = optionalAt(bytes, columnsAt);
        TableMapEventData data = library.deserialize(new ByteArrayInputStream(Arrays.copyOf(bytes, optionalAt)));
        return new TableMap(
                data,
                new String(bytes, NAMES_AT + 1, databaseLength, StandardCharsets.UTF_8),
                new String(bytes, tableAt + 1, tableLength, StandardCharsets.UTF_8),
                TableMapOptional.read(Arrays.copyOfRange(bytes, optionalAt, bytes.length)));
    }

    /** Behind count, types, metadata of the types, and one bit per column for NULL. */
    private static int optionalAt(byte[] bytes, int columnsAt) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOfRange(bytes, columnsAt, bytes.length));
        int columns = in.readPackedInteger();
        in.skip(columns);
        in.skip(in.readPackedInteger());
        in.skip((columns + 7) / 8);
        return bytes.length - in.available();
    }
}
