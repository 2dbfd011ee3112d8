package io.mysqlrelay.source.record;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * One statement on its way to the target.
 *
 * @param phase {@link #SCHEMA_PHASE} or {@link #INCREMENTAL_PHASE}
 * @param database default database; null when the session had none
 * @param statement the bytes as logged
 * @param charset MySQL name of the character set of those bytes
 * @param text the statement decoded; for logs and for reading tokens only
 * @param session session variables to set before it
 * @param tables tables named in it; may be empty
 * @param eventMillis when it was executed
 * @param thread connection id on the source; 0 in the schema phase
 * @param before the table of an ALTER TABLE that may change values; null for other statements, and where it is not known
 */
public record DdlRecord(
        String phase,
        String database,
        byte[] statement,
        String charset,
        String text,
        Map<String, String> session,
        Collection<TableName> tables,
        long eventMillis,
        long thread,
        TableBefore before) {
    public static final String SCHEMA_PHASE = "schema";
    public static final String INCREMENTAL_PHASE = "incremental";

    static final Schema TABLE_SCHEMA = SchemaBuilder.struct()
            .name("io.mysqlrelay.Table")
            .field("db", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .build();

    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name(StreamNames.DDL_SCHEMA)
            .version(2)
            .field("phase", Schema.STRING_SCHEMA)
            .field("database", Schema.OPTIONAL_STRING_SCHEMA)
            .field("statement", Schema.BYTES_SCHEMA)
            .field("charset", Schema.STRING_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .field(
                    "session",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                            .build())
            .field("tables", SchemaBuilder.array(TABLE_SCHEMA).build())
            .field("ts_ms", Schema.INT64_SCHEMA)
            .field("thread", Schema.INT64_SCHEMA)
            .field("before", TableBefore.SCHEMA)
            .build();

    public Struct struct() {
        return new Struct(SCHEMA)
                .put("phase", phase)
                .put("database", database)
                .put("statement", statement)
                .put("charset", charset)
                .put("text", text)
                .put("session", session)
                .put("tables", names(tables))
                .put("ts_ms", eventMillis)
                .put("thread", thread)
                .put("before", before == null ? null : before.struct());
    }

    static List<Struct> names(Collection<TableName> tables) {
        return tables.stream()
                .map(t -> new Struct(TABLE_SCHEMA).put("db", t.database()).put("table", t.table()))
                .toList();
    }
}
