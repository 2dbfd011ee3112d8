package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads a QUERY event whole (libbinlogevents, statement_events.h). The library's own deserializer skips the status
 * variables and decodes the text with the JVM's default character set, US-ASCII under LANG=C.
 */
final class QueryEventDeserializer implements EventDataDeserializer<QueryEventData> {
    @Override
    public QueryEventData deserialize(ByteArrayInputStream in) throws IOException {
        long thread = in.readLong(4);
        long executionTime = in.readLong(4);
        int databaseLength = in.readInteger(1);
        int errorCode = in.readInteger(2);
        byte[] status = in.read(in.readInteger(2));
        byte[] database = in.read(databaseLength);
        in.skip(1);
        byte[] statement = in.read(in.available());
        QueryEvent event = new QueryEvent(statement, database, StatusVariables.parse(status));
        event.setThreadId(thread);
        event.setExecutionTime(executionTime);
        event.setErrorCode(errorCode);
        return event;
    }
}
