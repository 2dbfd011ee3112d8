package io.mysqlrelay.sink.adb.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.sink.adb.Golden;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.table.AdbColumn;
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
                !"false".equals(settings.get("ddl.drop.table.enabled")),
                "true".equals(settings.get("ddl.views.enabled")));
        KnownTables tables = new KnownTables();
        Translation translation = new Translation(rules, tables);
        for (int i = 0; i < texts.length - 1; i++) {
            DdlChange create = change(texts[i]);
            if (Translation.read(create).kind() == StatementKind.VIEW) {
                tables.follow(translation.plan(create));
                continue;
            }
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
                if (step.kind() != Step.Kind.LEAVE_VIEW) {
                    Golden.parses(step.sql());
                }
                made.append(
                        step.kind() == Step.Kind.LEAVE_VIEW
                                ? "-- " + step.table() + " is left out as " + step.to() + "\n"
                                : step.sql() + ";\n");
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
        private final Map<TableName, KnownView> views = new HashMap<>();

        void follow(StatementPlan plan) {
            for (Step step : plan.steps()) {
                views.put(
                        step.table(),
                        step.kind() == Step.Kind.CREATE_VIEW ? ViewSteps.known(step) : KnownView.LEFT_OUT);
            }
        }

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

        @Override
        public boolean exists(TableName name) {
            return known.containsKey(name) || isView(name);
        }

        @Override
        public boolean isView(TableName name) {
            return view(name).filter(KnownView::made).isPresent();
        }

        @Override
        public List<TableName> viewsIn(String database) {
            return views.keySet().stream()
                    .filter(v -> v.database().equals(database) && isView(v))
                    .sorted()
                    .toList();
        }

        @Override
        public Optional<KnownView> view(TableName name) {
            return Optional.ofNullable(views.get(name));
        }

        @Override
        public List<String> columns(TableName name) {
            return known.containsKey(name)
                    ? known.get(name).columns().stream().map(AdbColumn::name).toList()
                    : List.of();
        }

        @Override
        public boolean databaseExists(String name) {
            return name.equals("shop");
        }
    }
}
