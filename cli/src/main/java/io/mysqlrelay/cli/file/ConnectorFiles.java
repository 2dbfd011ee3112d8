package io.mysqlrelay.cli.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Connectors as they are given to Connect's REST interface: {@code {"name": ..., "config": {...}}}, or the settings alone.
 *
 * @param settings of both; those of a connector that is not among the files are empty
 */
public record ConnectorFiles(ConnectorSettings settings) {
    private static final String SOURCE = "io.mysqlrelay.source.";

    /** @return true if the file is one of a connector, and not a migration file */
    public static boolean are(List<Path> files) {
        return files.stream().allMatch(f -> f.toString().endsWith(".json"));
    }

    /** @throws UserError naming the file */
    public static ConnectorFiles read(List<Path> files) {
        Map<String, String> source = new TreeMap<>();
        Map<String, String> sink = new TreeMap<>();
        for (Path file : files) {
            Map<String, String> config = config(file);
            String connector = config.getOrDefault("connector.class", "");
            if (connector.isEmpty()) {
                throw new UserError(file + ": connector.class is missing. config/source.json is an example.");
            }
            Map<String, String> side = connector.startsWith(SOURCE) ? source : sink;
            if (!side.isEmpty()) {
                throw new UserError(file + " is of the same side as another file. Give one source and one sink.");
            }
            side.putAll(config);
        }
        return new ConnectorFiles(new ConnectorSettings(source, sink));
    }

    private static Map<String, String> config(Path file) {
        Map<String, String> config = new TreeMap<>();
        try {
            JsonNode read = new ObjectMapper().readTree(Files.readString(file));
            JsonNode settings = read.path("config").isObject() ? read.path("config") : read;
            settings.properties()
                    .forEach(e -> config.put(e.getKey(), e.getValue().asText()));
            if (!config.containsKey("name") && read.path("name").isTextual()) {
                config.put("name", read.path("name").asText());
            }
        } catch (JsonProcessingException e) {
            // The parser's own message may repeat a piece of the file, which may hold a secret.
            throw new UserError(
                    file + ": not JSON at line " + e.getLocation().getLineNr() + ". config/source.json is an example.",
                    e);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read: " + e, e);
        }
        return config;
    }
}
