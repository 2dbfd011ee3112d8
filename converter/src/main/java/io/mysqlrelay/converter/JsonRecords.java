package io.mysqlrelay.converter;

import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;

/** Records that Kafka's JsonConverter has written, with schemas. Loaded when the first one is met. */
final class JsonRecords implements AutoCloseable {
    private final JsonConverter converter = new JsonConverter();

    JsonRecords() {
        converter.configure(Map.of("schemas.enable", "true"), false);
    }

    /** A record of JsonConverter is a JSON object; no other byte form that Connect knows begins like one. */
    static boolean isOne(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == '{';
    }

    SchemaAndValue read(String topic, byte[] bytes) {
        return converter.toConnectData(topic, bytes);
    }

    @Override
    public void close() {
        converter.close();
    }
}
