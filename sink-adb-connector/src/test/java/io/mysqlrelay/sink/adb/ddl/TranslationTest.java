package io.mysqlrelay.sink.adb.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.Golden;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.change.DdlChange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file {@code ddl/<case>.source.sql} per case: tables that are there, settings in comments, and the statement at the
 * end; and what is done about it in {@code <case>.adb.sql}.
 */
class TranslationTest {
    private static final Path FOLDER = Golden.ROOT.resolve("ddl");

    static List<String> cases() {
        return Golden.cases(FOLDER, ".source.sql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomes(String name) throws SQLException {
        String[] texts = Golden.read(FOLDER.resolve(name + ".source.sql")).split(";\n");
        Map<String, String> settings = new HashMap<>();
        for (String line : texts[0].split("\n")) {
            if (line.startsWith("-- ")) {
                settings.put(line.substring(3, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        DdlRules rules = new DdlRules(
                TableRules.parse(settings),
                new TypeRules(false, false, true),
                true,
                TypeChangeMode.valueOf(
                        settings.getOrDefault("ddl.type.change.mode", "stop").toUpperCase(Locale.ROOT)),
                true,
                false,
                true,
                "true".equals(settings.get("ddl.drop.database.enabled")),
                !"false".equals(settings.get("ddl.drop.table.enabled")));
        KnownTables tables = new KnownTables();
        Translation translation = new Translation(rules, tables);
        for (int i = 0; i < texts.length - 1; i++) {
            DdlChange create = change(texts[i]);
            TableName of = Translation.read(create).changed().get(0);
            TableTranslation made = translation.table(create, of);
            tables.known.put(of, made.table());
            tables.identities.put(of, made.identity());
        }
        StatementPlan plan = translation.plan(change(texts[texts.length - 1]));
        StringBuilder made = new StringBuilder();
        for (Step step : plan.steps()) {
            if (step.kind() == Step.Kind.VERIFY) {
                made.append("-- verify ").append(step.sql().replace('\n', ' ')).append('\n');
            } else {
                Golden.parses(step.sql());
                made.append(step.sql()).append(";\n");
            }
        }
        plan.report().forEach(line -> made.append("-- ").append(line).append('\n'));
        if (plan.refusal() != null) {
            made.append(plan.always() ? "-- stops: " : "-- refused: ")
                    .append(plan.refusal().getMessage())
                    .append('\n');
        }
        assertThat(Step.decode(Step.encode(plan.steps()))).isEqualTo(plan.steps());
        Golden.check(FOLDER.resolve(name + ".adb.sql"), made.toString());
    }

    private static DdlChange change(String text) {
        return new DdlChange(
                false,
                "shop",
                text.getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                text,
                Map.of("timestamp", "1700000000.5", "time_zone", "+02:00"),
                List.of(),
                "uuid:1",
                0,
                0);
    }

    /** Tables by name. */
    private static final class KnownTables implements TargetTables {
        private final Map<TableName, AdbTable> known = new HashMap<>();
        private final Map<TableName, String> identities = new HashMap<>();

        @Override
        public Optional<AdbTable> find(TableName name) {
            return Optional.ofNullable(known.get(name));
        }

        @Override
        public String identity(TableName name) {
            return identities.get(name);
        }

        @Override
        public List<TableName> in(String database) {
            return known.keySet().stream()
                    .filter(t -> t.database().equals(database))
                    .sorted()
                    .toList();
        }
    }
}
