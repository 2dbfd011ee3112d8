package io.mysqlrelay.cli.file;

import io.mysqlrelay.cli.UserError;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A parsed migration file. Values keep their {@code ${env:NAME}} forms; only {@link Secrets} resolves them.
 *
 * @param name the migration's name; becomes {@code topic.prefix}
 * @param dataFolder where Kafka's data and the running state live, so that a second run resumes
 * @param source settings of the source connector, without the {@code source.} in front
 * @param target settings of the sink connector, without the {@code target.} in front
 */
public record MigrationFile(String name, Path dataFolder, Map<String, String> source, Map<String, String> target) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");

    /** @throws UserError naming the file, the line's key and the fix */
    public static MigrationFile read(Path file) {
        Properties lines = load(file);
        Map<String, String> source = new TreeMap<>();
        Map<String, String> target = new TreeMap<>();
        String name = null;
        Path folder = null;
        for (String key : lines.stringPropertyNames()) {
            String value = lines.getProperty(key).strip();
            if (key.equals("name")) {
                name = value;
            } else if (key.equals("data.folder")) {
                folder = Path.of(value);
            } else if (key.startsWith("source.")) {
                source.put(key.substring("source.".length()), value);
            } else if (key.startsWith("target.") && !key.startsWith("target.existing.")) {
                target.put(key.substring("target.".length()), value);
            } else if (key.startsWith("target.existing.")) {
                target.put(key, value);
            } else {
                throw new UserError(file + ": unknown key '" + key
                        + "'. Keys are name, data.folder, source.<source connector setting> and"
                        + " target.<sink connector setting>.");
            }
        }
        if (name == null || !NAME.matcher(name).matches()) {
            throw new UserError(file + ": key 'name' is " + (name == null ? "missing" : "not usable")
                    + ". Give the migration a name of letters, digits, dots, dashes and underscores, for instance"
                    + " name=shop.");
        }
        require(file, source, "source.", "database.hostname", "database.user", "database.password");
        require(file, target, "target.", "connection.url", "connection.user", "connection.password");
        return new MigrationFile(
                name, folder == null ? Path.of(".relay", name) : folder, Map.copyOf(source), Map.copyOf(target));
    }

    private static Properties load(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UserError(file + ": no such file. config/migration.properties is an example to copy.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(
                    file + ": cannot be read as a properties file in UTF-8: " + e.getMessage()
                            + ". Each line is key=value; config/migration.properties is an example to copy.",
                    e);
        }
        return lines;
    }

    private static void require(Path file, Map<String, String> settings, String prefix, String... keys) {
        for (String key : keys) {
            if (settings.getOrDefault(key, "").isEmpty()) {
                throw new UserError(file + ": key '" + prefix + key + "' is missing or empty. Add the line " + prefix
                        + key + "=..."
                        + (key.endsWith("password") ? " (a secret: ${env:NAME} or ${file:PATH:KEY})" : "")
                        + ".");
            }
        }
    }
}
