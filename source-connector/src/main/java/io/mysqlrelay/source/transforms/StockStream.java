package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.OneTopicMetric;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/** From a stock connector's records to the change topic's, one start of its task. */
final class StockStream {
    private static final String NEW_KEY = "__debezium.newkey";
    private static final String OLD_KEY = "__debezium.oldkey";
    private static final int KEPT_TABLES = 10_000;

    /** Schemas of records that say nothing about the source's data. */
    private static final Set<String> WITHOUT_CHANGE = Set.of(
            "io.debezium.connector.common.TransactionMetadataValue", "io.debezium.connector.common.Notification");

    private static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name(StreamNames.HEARTBEAT_SCHEMA)
            .version(1)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private final OneTopicSettings settings;
    private final Tally<OneTopicMetric> tally;
    private final StockStatements statements;
    private final RecordForms forms = new RecordForms();
    private final StockRun run = new StockRun();
    private final IdentityHashMap<Schema, StockTable> tables = new IdentityHashMap<>();

    /** First half of a key's update; null when there is none. */
    private SourceRecord deleted;

    private StockOrigin statementAt;
    private long piece;

    StockStream(OneTopicSettings settings, Tally<OneTopicMetric> tally) {
        this.settings = settings;
        this.tally = tally;
        this.statements = new StockStatements(settings, tally);
    }

    /** @return null when the record is no change */
    SourceRecord change(SourceRecord record) {
        if (record.value() == null) {
            return null; // a tombstone, for topics that are compacted
        }
        SourceRecord first = deleted;
        deleted = null;
        boolean second = record.headers().lastWithName(OLD_KEY) != null;
        if (second != (first != null)) {
            throw new RelayException(
                    ErrorCode.STOCK_RECORD,
                    "the two halves of an update of a key do not follow each other in topic " + record.topic()
                            + ": put OneTopic behind no transform that drops or adds records");
        }
        return switch (forms.form(record)) {
            case ROW -> row(record, first);
            case STOCK_STATEMENT -> statement(record);
            case STOCK_HEARTBEAT -> heartbeat(record);
            default -> other(record);
        };
    }

    private SourceRecord row(SourceRecord record, SourceRecord first) {
        if (record.headers().lastWithName(StreamNames.IDENTITY_HEADER) != null) {
            throw new RelayException(
                    ErrorCode.STOCK_RECORD, "a record of topic " + record.topic() + " is on a change topic already");
        }
        Struct value = (Struct) record.value();
        String op = value.getString("op");
        StockOrigin origin = StockOrigin.of(value.getStruct("source"), record);
        TableName table =
                new TableName(origin.source().getString("db"), origin.source().getString("table"));
        if (op.equals("d") && record.headers().lastWithName(NEW_KEY) != null) {
            deleted = record;
            return null;
        }
        if (op.equals("t")) {
            return emit(record, statements.truncate(table, origin), place(origin), origin);
        }
        if (op.equals("r") && (origin.amongChanges() || !origin.inSnapshot())) {
            throw new RelayException(
                    ErrorCode.STOCK_SNAPSHOT, "an incremental or ad-hoc snapshot was taken of table " + table);
        }
        Struct before = value.getStruct("before");
        if (first != null) {
            before = ((Struct) first.value()).getStruct("before");
            op = "u";
        }
        Struct change = table(value.schema(), table)
                .change(op, before, value.getStruct("after"), origin, value.getInt64("ts_ms"));
        tally.add(OneTopicMetric.ROWS);
        StockPlace place = op.equals("r") ? StockPlace.NONE : StockPlace.ofRow(origin);
        SourceRecord emitted = emit(record, change, place, origin);
        if (first != null && emitted.headers().lastWithName(StreamNames.REFUSED_HEADER) == null) {
            first.headers().allWithName(StreamNames.REFUSED_HEADER).forEachRemaining(emitted.headers()::add);
        }
        return emitted;
    }

    private StockTable table(Schema envelope, TableName name) {
        if (tables.size() >= KEPT_TABLES && !tables.containsKey(envelope)) {
            tables.clear();
        }
        return tables.computeIfAbsent(envelope, schema -> new StockTable(name, schema));
    }

    private SourceRecord statement(SourceRecord record) {
        Struct value = (Struct) record.value();
        StockOrigin origin = StockOrigin.of(value.getStruct("source"), record);
        String sql = value.getString("ddl");
        StockPlace place = place(origin);
        if (sql == null) {
            return null;
        }
        return statements
                .statement(sql, value.getString("databaseName"), origin)
                .map(ddl -> emit(record, ddl, place, origin))
                .orElse(null);
    }

    /** The connector cuts a statement about several tables into several. */
    private StockPlace place(StockOrigin origin) {
        if (origin.inSnapshot()) {
            return StockPlace.NONE;
        }
        boolean again = statementAt != null
                && Objects.equals(statementAt.gtid(), origin.gtid())
                && statementAt.event().equals(origin.event())
                && statementAt.eventsBefore() == origin.eventsBefore();
        piece = again ? piece + 1 : 0;
        statementAt = origin;
        return StockPlace.ofStatement(origin, piece);
    }

    /** Advances the connector's stored offset. The time is that of the last event: the heartbeat's own may be far ahead. */
    private SourceRecord heartbeat(SourceRecord record) {
        boolean inTransaction =
                record.sourceOffset() != null && record.sourceOffset().get("event") != null;
        Object seconds =
                record.sourceOffset() == null ? null : record.sourceOffset().get("ts_sec");
        if (inTransaction || seconds == null || StockOrigin.inSnapshot(record.sourceOffset())) {
            return null;
        }
        Struct value = new Struct(HEARTBEAT).put("ts_ms", ((Number) seconds).longValue() * 1_000);
        return emit(record, value, run.heartbeat());
    }

    private SourceRecord emit(SourceRecord record, Struct value, StockPlace place, StockOrigin origin) {
        return emit(record, value, run.change(place, origin, record.headers()));
    }

    private SourceRecord emit(SourceRecord record, Struct value, Headers headers) {
        return record.newRecord(topic(record), 0, null, null, value.schema(), value, record.timestamp(), headers);
    }

    /** Debezium names its source partition by the topic prefix. */
    private String topic(SourceRecord record) {
        return settings.topic() == null
                ? record.sourcePartition().get("server") + StreamNames.CHANGES_SUFFIX
                : settings.topic();
    }

    private static SourceRecord other(SourceRecord record) {
        Schema schema = record.valueSchema();
        String name = schema == null ? null : schema.name();
        if (name != null && WITHOUT_CHANGE.contains(name)) {
            return null;
        }
        throw new RelayException(
                ErrorCode.STOCK_RECORD,
                "a record of topic " + record.topic() + " has the value schema " + name
                        + ": put OneTopic before transforms that change values, and take away ExtractNewRecordState");
    }
}
