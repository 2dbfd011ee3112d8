package io.mysqlrelay.sink.adb;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.ast.SQLStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Expected texts as files, written anew with {@code -Dgolden.update}. Statements end with a semicolon and a line's end. */
public final class Golden {
    public static final Path ROOT = Path.of("src", "test", "resources");

    private Golden() {}

    public static void check(Path file, String actual) {
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return names of the files with this ending, without it */
    public static List<String> cases(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ending))
                    .map(f -> f.substring(0, f.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asserts that each statement is in the grammar, and that the shapes of all are those in the file.
     *
     * @return the shapes
     */
    public static Set<String> checkShapes(String file, Collection<String> statements) {
        Set<String> shapes = new TreeSet<>();
        for (String statement : statements) {
            // The driver's own begin with a comment.
            if (!statement.startsWith("/*")) {
                parses(statement);
            }
            shapes.add(withoutValues(statement));
        }
        check(ROOT.resolve(file), String.join(";\n", shapes) + ";\n");
        return shapes;
    }

    /** Values become question marks, and several rows or members one. */
    private static String withoutValues(String statement) {
        return statement
                .replaceAll("`probe_[0-9a-f]{12}`", "`probe_x`")
                .replaceAll("X?'(?:[^'\\\\]|''|\\\\.)*'", "?")
                .replaceAll("(?<![\\w`])-?\\d+(?:\\.\\d+)?(?![\\w`])", "?")
                .replaceAll(
                        "(\\((?:\\?|NULL)(?:, ?(?:\\?|NULL))*\\))(?:, ?\\((?:\\?|NULL)(?:, ?(?:\\?|NULL))*\\))+",
                        "$1, ...")
                .replaceAll("IN \\(\\?(?:, ?\\?)+\\)", "IN (?, ...)");
    }

    /** Asserts that the text is one statement in the grammar that has AnalyticDB's clauses. */
    public static SQLStatement parses(String sql) {
        List<SQLStatement> statements = SQLUtils.parseStatements(sql, DbType.mysql);
        assertThat(statements).as(sql).hasSize(1);
        return statements.get(0);
    }
}
