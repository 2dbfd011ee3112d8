package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.sink.change.Heartbeat;
import io.mysqlrelay.sink.change.StreamValue;
import io.mysqlrelay.sink.change.XaChange;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;

/** Reads records of the change topic. Used by one thread; the shapes it gives are shared between rows. */
public final class RecordDecoder {
    private final EnvelopePlans plans = new EnvelopePlans();

    /**
     * Header converters differ: SimpleHeaderConverter and StringConverter give text, ByteArrayConverter bytes. Values
     * that SimpleHeaderConverter could take for a number, a date or a map are no identities.
     *
     * @throws RelayException RELAY-3001 if the record has no identity
     */
    public RecordIdentity identity(SinkRecord record) {
        Header header = record.headers().lastWithName(StreamNames.IDENTITY_HEADER);
        String text = header == null ? null : text(header);
        if (text == null) {
            throw foreign(
                    record,
                    header == null
                            ? "has no header " + StreamNames.IDENTITY_HEADER
                            : "has a header " + StreamNames.IDENTITY_HEADER
                                    + " that is neither text nor bytes (set header.converter to"
                                    + " org.apache.kafka.connect.storage.StringConverter)",
                    null);
        }
        try {
            return RecordIdentity.decode(text);
        } catch (RelayException e) {
            throw foreign(record, "has a malformed header " + StreamNames.IDENTITY_HEADER, e);
        }
    }

    /**
     * @return the change that this one directly follows in a stock connector's run; null when the record does not say it
     * @throws RelayException RELAY-3001 if it is malformed
     */
    public RecordIdentity behind(SinkRecord record, RecordIdentity identity) {
        Header header = further(record, StreamNames.BEHIND_HEADER);
        if (header == null) {
            return null;
        }
        try {
            return RecordIdentity.decode(identity.run() + "/0/" + text(header));
        } catch (RelayException e) {
            throw foreign(record, "has a malformed header " + StreamNames.BEHIND_HEADER, e);
        }
    }

    /** @return where the record's run of a stock connector begins; null for all but the first change or row of the run */
    public String begin(SinkRecord record) {
        Header header = further(record, StreamNames.BEGIN_HEADER);
        return header == null ? null : text(header);
    }

    /** @return name of the XA transaction that a row change belongs to; null when it counts at once */
    public String xid(SinkRecord record) {
        Header header = further(record, StreamNames.XA_HEADER);
        return header == null ? null : text(header);
    }

    /** @return true if the record ends its transaction */
    public boolean isLast(SinkRecord record) {
        return further(record, StreamNames.END_HEADER) != null;
    }

    /**
     * @return why the row change is not to be applied, without its place; null when it is
     * @throws RelayException RELAY-3001 if the record says that in a way that is not known
     */
    public RelayException refusal(SinkRecord record) {
        Header header = further(record, StreamNames.REFUSED_HEADER);
        if (header == null) {
            return null;
        }
        String text = text(header);
        int blank = text == null ? -1 : text.indexOf(' ');
        for (ErrorCode code : ErrorCode.values()) {
            if (blank > 0 && code.id().equals(text.substring(0, blank))) {
                return new RelayException(code, text.substring(blank + 1));
            }
        }
        throw foreign(record, "has a header " + StreamNames.REFUSED_HEADER + " that names no error", null);
    }

    /**
     * Looked for in every record, and few have one.
     *
     * @return a header besides the identity; null if the record has none of the name
     */
    private static Header further(SinkRecord record, String name) {
        return record.headers().size() == 1 ? null : record.headers().lastWithName(name);
    }

    static String text(Header header) {
        if (header.value() instanceof String string) {
            return string;
        }
        return header.value() instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : null;
    }

    /** @return true if the record is a marker, which has to be read before it is known whether its run is current */
    public boolean isMarker(SinkRecord record) {
        return record.valueSchema() != null
                && StreamNames.MARKER_SCHEMA.equals(record.valueSchema().name());
    }

    /**
     * @param identity the record's
     * @throws RelayException RELAY-3001 or RELAY-3002 if the relay source did not write the record as it is
     */
    public StreamValue value(SinkRecord record, RecordIdentity identity) {
        Schema schema = record.valueSchema();
        if (record.value() == null) {
            throw foreign(record, "has no value: the relay source writes no tombstones", null);
        }
        if (schema == null) {
            throw new RelayException(
                    ErrorCode.SCHEMALESS_RECORD, "record " + Coordinates.of(record) + " has no value schema");
        }
        if (schema.type() != Schema.Type.STRUCT || !(record.value() instanceof Struct value)) {
            throw foreign(record, "is not a struct (value schema of type " + schema.type() + ")", null);
        }
        try {
            return read(record, schema, value, identity);
        } catch (DataException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            // The structs come from outside: a missing field or another type is the writer's mistake. The cause is
            // kept out of the message, since Connect prints values into it.
            throw foreign(record, "does not have the fields of its schema name " + schema.name(), e);
        }
    }

    /** @return when the source wrote the record's change; for the lag. Call only for a record whose value was read. */
    public long sourceMillis(SinkRecord record) {
        Struct value = (Struct) record.value();
        if (plans.isEnvelope(value.schema())) {
            return plans.of(value).sourceMillis(value);
        }
        Long millis = value.schema().field("ts_ms") == null ? null : value.getInt64("ts_ms");
        return millis == null ? 0 : millis;
    }

    private StreamValue read(SinkRecord record, Schema schema, Struct value, RecordIdentity identity) {
        String name = schema.name() == null ? "" : schema.name();
        return switch (name) {
            case StreamNames.MARKER_SCHEMA -> StructValues.marker(value);
            case StreamNames.DDL_SCHEMA -> StructValues.ddl(value, identity);
            case StreamNames.XA_SCHEMA ->
                new XaChange(Objects.requireNonNull(value.getString("xid")), XaEnd.valueOf(value.getString("end")));
            case StreamNames.HEARTBEAT_SCHEMA -> new Heartbeat(value.getInt64("ts_ms"));
            default -> {
                if (!plans.isEnvelope(schema)) {
                    throw foreign(record, "has an unknown value schema, named '" + name + "'", null);
                }
                boolean unchecked = further(record, StreamNames.UNCHECKED_HEADER) != null;
                yield plans.of(value).read(value, LargeValues.of(record.headers()), unchecked);
            }
        };
    }

    private static RelayException foreign(SinkRecord record, String what, Exception cause) {
        return new RelayException(ErrorCode.FOREIGN_RECORD, "record " + Coordinates.of(record) + " " + what, cause);
    }
}
