package io.mysqlrelay.source.topic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Value of a record of the topic of runs, as JSON. */
record RunLogEntry(
        @JsonProperty("generation") long generation,
        @JsonProperty("offset") Map<String, Object> offset) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RunLogEntry of(long generation, Map<String, ?> offset) {
        return new RunLogEntry(generation, offset == null ? null : new HashMap<>(offset));
    }

    byte[] encode() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalArgumentException("a source offset holds text and numbers only", e);
        }
    }

    static RunLogEntry decode(String topic, byte[] value) {
        try {
            return JSON.readValue(value, RunLogEntry.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new RelayException(
                    ErrorCode.RUN_LOG_LOST, "topic " + topic + " holds a record that the relay did not write", e);
        }
    }
}
