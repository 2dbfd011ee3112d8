package io.mysqlrelay.testkit.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One case: {@code source.sql} is run before a migration starts, {@code during-full.sql}, where there is one, while it
 * reads existing rows, {@code changes.sql} in its incremental phase. Each file is run in a session of its own whose
 * default database is the case's. Further databases of the case have names that begin with that one's and an underscore.
 *
 * @param minVersion lowest server version that knows what the case uses, or empty
 * @param skipReason why the case is never run, or empty
 * @param analyticDb what of the case AnalyticDB cannot have
 * @param leftOut statements that are not run
 */
public record CaseFolder(
        String name,
        Path folder,
        String minVersion,
        String skipReason,
        AnalyticDbLimits analyticDb,
        Predicate<String> leftOut) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All cases below a folder, by name. */
    public static List<CaseFolder> all(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("source.sql")))
                    .sorted()
                    .map(CaseFolder::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the cases in " + root, e);
        }
    }

    public static CaseFolder of(Path folder) {
        Path config = folder.resolve("config.json");
        try {
            JsonNode settings = Files.exists(config) ? JSON.readTree(config.toFile()) : JSON.createObjectNode();
            return new CaseFolder(
                    folder.getFileName().toString(),
                    folder,
                    settings.path("minVersion").asText(""),
                    settings.path("skipReason").asText(""),
                    settings.has("analyticDb")
                            ? JSON.treeToValue(settings.path("analyticDb"), AnalyticDbLimits.class)
                            : AnalyticDbLimits.NONE,
                    statement -> false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + config, e);
        }
    }

    /** The case without what AnalyticDB cannot have. */
    public CaseFolder forAnalyticDb() {
        List<Pattern> patterns =
                analyticDb.leftOut().keySet().stream().map(Pattern::compile).toList();
        return new CaseFolder(
                name,
                folder,
                minVersion,
                skipReason,
                analyticDb,
                statement -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()));
    }

    /** Why the case is not run on a server of that version; empty when it is. */
    public Optional<String> skippedOn(String version) {
        if (!skipReason.isEmpty()) {
            return Optional.of(skipReason);
        }
        if (!minVersion.isEmpty() && Version.parse(version).compareTo(Version.parse(minVersion)) < 0) {
            return Optional.of("needs MySQL " + minVersion + " or newer");
        }
        return Optional.empty();
    }

    /** The case's database: the folder's name with underscores for hyphens. */
    public String database() {
        return name.replace('-', '_');
    }

    /** Whether a database is one of this case's. */
    public boolean owns(String database) {
        return database.equals(database()) || database.startsWith(database() + "_");
    }

    /** Creates the database and runs {@code source.sql}. */
    public void prepare(Connection session) {
        try (Statement statement = session.createStatement()) {
            statement.execute("CREATE DATABASE `" + database() + "`");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database of case " + name + ": " + e.getMessage(), e);
        }
        run("source.sql", session);
    }

    /** Runs {@code during-full.sql}; false when the case has none. */
    public boolean duringFull(Connection session) {
        return run("during-full.sql", session);
    }

    /** Runs {@code changes.sql}; false when the case has none. */
    public boolean changes(Connection session) {
        return run("changes.sql", session);
    }

    private boolean run(String file, Connection session) {
        Path script = folder.resolve(file);
        if (!Files.exists(script)) {
            return false;
        }
        try {
            session.setCatalog(database());
        } catch (SQLException e) {
            throw new IllegalStateException("case " + name + " has lost its database: " + e.getMessage(), e);
        }
        SqlScript.of(script).run(session, leftOut);
        return true;
    }
}
