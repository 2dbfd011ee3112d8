package io.mysqlrelay.converter;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.HeaderConverter;

/**
 * Converter of records with schemas into compact bytes: every value of every Connect type comes back as it was, null as
 * null, under an equal schema. Each record is readable by itself: a magic byte, the version of the form, the schema
 * behind its length ({@link SchemaBytes}), the value, a {@link CheckSum}. Records of one schema come back with one schema instance.
 *
 * <p>Reads records of Kafka's JsonConverter (with schemas) too, so that the converter of a topic can be changed: first on
 * the reading side, then on the writing side. Has no settings. Thread-safe, because Connect reports errant records through
 * a task's own converters on other threads.
 *
 * <p>Errors are RELAY-3003 (bytes that it cannot read) and RELAY-3004 (values that it cannot write).
 */
public final class CompactConverter implements Converter, HeaderConverter {
    /** Begins neither JSON nor text in UTF-8, nor what schema registries' converters write (0). */
    private static final byte MAGIC = (byte) 0xB7;

    private static final byte VERSION = 1;

    private final Shapes shapes = new Shapes();
    private final ByteSink out = new ByteSink();
    private JsonRecords json;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // no settings
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // no settings
    }

    /** @return null if schema and value are null */
    @Override
    public synchronized byte[] fromConnectData(String topic, Schema schema, Object value) {
        if (schema == null && value == null) {
            return null;
        }
        if (schema == null) {
            throw new RelayException(ErrorCode.VALUE_UNWRITABLE, "topic " + topic + ": a value without a schema");
        }
        try {
            Shape shape = shapes.of(schema);
            out.clear();
            out.put(MAGIC);
            out.put(VERSION);
            out.bytes(shape.bytes());
            shape.form().write(out, value);
            out.check();
            return out.toArray();
        } catch (RuntimeException e) {
            throw new RelayException(
                    ErrorCode.VALUE_UNWRITABLE,
                    "topic " + topic + ", schema " + schema.name() + ": " + e.getMessage(),
                    e);
        }
    }

    @Override
    public synchronized SchemaAndValue toConnectData(String topic, byte[] value) {
        if (value == null) {
            return SchemaAndValue.NULL;
        }
        try {
            return JsonRecords.isOne(value) ? json(topic, value) : compact(value);
        } catch (RelayException e) {
            throw e.at("topic " + topic);
        } catch (RuntimeException e) {
            throw new RelayException(ErrorCode.RECORD_UNREADABLE, "topic " + topic + ": " + e.getMessage(), e);
        }
    }

    private SchemaAndValue json(String topic, byte[] record) {
        if (json == null) {
            json = new JsonRecords();
        }
        return json.read(topic, record);
    }

    private SchemaAndValue compact(byte[] record) {
        int end = Math.max(0, record.length - CheckSum.LENGTH);
        ByteSource in = new ByteSource(record, end);
        if (in.take() != MAGIC) {
            throw ByteSource.malformed("another converter has written the record");
        }
        byte version = in.take();
        if (version != VERSION) {
            throw ByteSource.malformed("the record has form " + version + ", and this version reads " + VERSION);
        }
        // Behind the version, whose form may have another end.
        CheckSum.require(record, end);
        int length = in.count();
        Shape shape = shapes.of(record, in.skip(length), length);
        Object value = shape.form().read(in);
        in.requireEnd();
        return new SchemaAndValue(shape.schema(), value);
    }

    @Override
    public byte[] fromConnectHeader(String topic, String headerKey, Schema schema, Object value) {
        return fromConnectData(topic, schema, value);
    }

    @Override
    public SchemaAndValue toConnectHeader(String topic, String headerKey, byte[] value) {
        return toConnectData(topic, value);
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef();
    }

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public synchronized void close() {
        if (json != null) {
            json.close();
            json = null;
        }
    }
}
