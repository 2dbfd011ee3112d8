package io.mysqlrelay.it.stage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The repository's {@code config/*.json}, from which every test's connectors are made. */
public final class ReadyFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadyFiles() {}

    public static Map<String, String> source() {
        return config("source.json");
    }

    public static Map<String, String> sink() {
        return config("sink-mysql.json");
    }

    /** @return a copy that may be changed */
    public static Map<String, String> config(String file) {
        return new LinkedHashMap<>(
                JSON.convertValue(read(file).path("config"), new TypeReference<Map<String, String>>() {}));
    }

    public static String name(String file) {
        return read(file).path("name").asText();
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Path.of("..", "config", file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read config/" + file, e);
        }
    }
}
