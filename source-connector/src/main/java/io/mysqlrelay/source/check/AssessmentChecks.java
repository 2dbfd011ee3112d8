package io.mysqlrelay.source.check;

import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Token;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.Variables;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is worth knowing of a migration before it starts and stands in nobody's way. */
final class AssessmentChecks {
    /** Every server has them. */
    private static final Set<String> EVERYWHERE = Set.of("mysql", "information_schema", "performance_schema", "sys");

    private final ServerFacts source;
    private final SourceConfig config;

    AssessmentChecks(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> dependencies() throws SQLException {
        if (!config.types().schema()) {
            return List.of(Finding.skipped("definitions are not migrated"));
        }
        Set<String> outside = source.databases().stream()
                .filter(db -> !config.captured().includesDatabase(db) && !EVERYWHERE.contains(db))
                .collect(Collectors.toSet());
        List<String> dangling = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (ObjectFact object : source.objects()) {
            String name = object.name() + " " + object.kind().name().toLowerCase(Locale.ROOT);
            if (object.body() == null || object.body().isEmpty()) {
                unread.add(name);
                continue;
            }
            databases(object.body(), outside).forEach(db -> dangling.add(name + " -> " + db));
            foreign.add(name + " of " + object.definer());
        }
        List<Finding> findings = new ArrayList<>();
        if (!dangling.isEmpty()) {
            findings.add(Finding.note(
                            "objects name databases that are not migrated, and cannot work in the target before those are"
                                    + " there",
                            "add the databases to database.include.list, or change the objects after the cut-over")
                    .of(dangling));
        }
        if (!foreign.isEmpty()) {
            findings.add(Finding.note(
                            "objects have definers; their copies belong to the target account, views and routines act as"
                                    + " whoever uses them (SQL SECURITY INVOKER)",
                            "GRANT what their users need before the cut-over (column cut_over of mysql_relay.objects)")
                    .of(foreign));
        }
        if (!unread.isEmpty()) {
            findings.add(Finding.unknown(
                            "account " + source.account() + " may not see what these objects hold",
                            "GRANT SHOW VIEW, TRIGGER, EVENT, " + ObjectPrivileges.onRoutines(source.version())
                                    + " ON *.* TO " + source.account())
                    .of(unread));
        }
        return findings;
    }

    /** A name before a dot may be an alias too; only those that are databases count. */
    private static Set<String> databases(String body, Set<String> known) {
        List<Token> tokens = SqlLexer.tokens(body, SqlModes.parse(""), Integer.MAX_VALUE);
        Set<String> named = new TreeSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).name()
                    && tokens.get(i + 1).is('.')
                    && known.contains(tokens.get(i).text())) {
                named.add(tokens.get(i).text());
            }
        }
        return named;
    }

    /** EncDB is a feature of Alibaba's RDS; its variables have it in their names. */
    List<Finding> encrypted() throws SQLException {
        if (!config.types().full()) {
            return List.of(Finding.skipped("existing rows are not migrated"));
        }
        List<String> on = encDb(source.variables());
        return on.isEmpty()
                ? List.of()
                : List.of(Finding.error(
                                "the database is always encrypted (EncDB), so its rows cannot be read for a full load",
                                "use migration.types=incremental into a target that has the rows, or switch EncDB off")
                        .of(on));
    }

    static List<String> encDb(Variables variables) {
        return variables.all().entrySet().stream()
                .filter(v -> v.getKey().contains("encdb")
                        && Set.of("ON", "1", "TRUE").contains(v.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
