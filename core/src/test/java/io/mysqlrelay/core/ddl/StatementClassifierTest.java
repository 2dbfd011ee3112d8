package io.mysqlrelay.core.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of statements.txt, and what the table cannot say. */
class StatementClassifierTest {
    private static final int VERSION = 80033;

    @TestFactory
    Stream<DynamicTest> statements() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        for (String line : resource().split("\n")) {
            if (line.startsWith("=> ")) {
                String statement = sql.toString().strip();
                sql.setLength(0);
                tests.add(DynamicTest.dynamicTest(statement, () -> check(statement, line.substring(3))));
            } else if (!line.startsWith("== ")) {
                sql.append(line).append('\n');
            }
        }
        assertThat(tests).hasSizeGreaterThan(150);
        assertThat(sql.toString()).as("a statement without expectation").isBlank();
        return tests.stream();
    }

    private static void check(String sql, String expectation) {
        String[] parts = expectation.split("; ");
        Map<String, String> expected = new LinkedHashMap<>();
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] pair = part.split("=", 2);
            expected.put(pair[0].strip(), pair.length == 1 ? "" : pair[1].strip());
        }
        String mode = expected.remove("mode");
        String version = expected.remove("version");
        String database = expected.remove("default");
        Statement found = StatementClassifier.classify(
                sql,
                SqlModes.parse(mode),
                database == null ? "d" : database,
                version == null ? VERSION : Integer.parseInt(version));
        assertThat(found.kind()).hasToString(parts[0].strip());
        assertThat(described(found)).isEqualTo(expected);
    }

    private static Map<String, String> described(Statement statement) {
        Map<String, String> found = new LinkedHashMap<>();
        put(found, "changed", names(statement.changed()));
        put(found, "read", names(statement.read()));
        put(
                found,
                "renames",
                statement.renames().stream().map(r -> r.from() + ">" + r.to()).collect(Collectors.joining(", ")));
        put(found, "unresolved", String.join(", ", statement.unresolved()));
        put(found, "databases", String.join(", ", statement.databases()));
        List<String> flags = new ArrayList<>();
        if (statement.temporary()) {
            flags.add("temporary");
        }
        if (statement.ifExists()) {
            flags.add("ifExists");
        }
        if (statement.ifNotExists()) {
            flags.add("ifNotExists");
        }
        if (!statement.actingParents().isEmpty()) {
            flags.add("action");
        }
        put(found, "flags", String.join(" ", flags));
        return found;
    }

    private static void put(Map<String, String> found, String name, String value) {
        if (!value.isEmpty()) {
            found.put(name, value);
        }
    }

    private static String names(List<TableName> tables) {
        return tables.stream().map(TableName::toString).collect(Collectors.joining(", "));
    }

    private static String resource() throws IOException {
        try (InputStream in = StatementClassifierTest.class.getResourceAsStream("statements.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void placeOfStartTransactionLetsACallerCutTheClause() {
        String sql = "CREATE TABLE `t` (\n  `a` int COMMENT 'START TRANSACTION'\n) START TRANSACTION COMMENT='c'";
        Statement statement = StatementClassifier.classify(sql, SqlModes.DEFAULT, "d", VERSION);
        assertThat(statement.kind()).isEqualTo(StatementKind.CREATE_TABLE_SELECT);
        assertThat(statement.withoutStartTransaction(sql))
                .isEqualTo("CREATE TABLE `t` (\n  `a` int COMMENT 'START TRANSACTION'\n)  COMMENT='c'");
        assertThat(StatementClassifier.classify("CREATE TABLE t (a int)", SqlModes.DEFAULT, "d", VERSION)
                        .startTransactionAt())
                .isEqualTo(-1);
    }

    @Test
    void tablesAreTheChangedAndTheReadOnesOnce() {
        Statement statement = StatementClassifier.classify(
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (b), ADD FOREIGN KEY (a) REFERENCES p (b)",
                SqlModes.DEFAULT,
                "d",
                VERSION);
        assertThat(statement.tables()).isEqualTo(Arrays.asList(new TableName("d", "t"), new TableName("d", "p")));
    }

    @Test
    void nullAndEmptyDefaultDatabaseAreTheSame() {
        Statement withNull = StatementClassifier.classify("DROP TABLE a, b.c", SqlModes.DEFAULT, null, VERSION);
        assertThat(withNull)
                .isEqualTo(StatementClassifier.classify("DROP TABLE a, b.c", SqlModes.DEFAULT, "", VERSION));
        assertThat(withNull.unresolved()).containsExactly("a");
        assertThat(withNull.changed()).containsExactly(new TableName("b", "c"));
    }
}
