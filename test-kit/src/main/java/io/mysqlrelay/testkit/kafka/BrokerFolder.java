package io.mysqlrelay.testkit.kafka;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** What a broker finds on disk when it starts. */
final class BrokerFolder {
    private BrokerFolder() {}

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /**
     * Writes the settings, and formats the data's folder when it is new.
     *
     * @return the file of the settings
     */
    static Path prepare(Path folder, Map<String, String> settings) throws IOException {
        Path file = folder.resolve("broker.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        if (!Files.exists(data(folder).resolve("meta.properties"))) {
            format(folder, file);
        }
        return file;
    }

    private static void format(Path folder, Path file) {
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code;
        try (PrintStream output = new PrintStream(words, true, StandardCharsets.UTF_8)) {
            code = StorageTool.execute(arguments, output);
        }
        if (code != 0) {
            throw new RelayException(
                    ErrorCode.EMBEDDED_START_FAILED,
                    "the Kafka broker cannot format " + folder + ": " + words.toString(StandardCharsets.UTF_8));
        }
    }
}
