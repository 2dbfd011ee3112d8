package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.TableFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the source's definitions use and the target may not have: names, collations, parsers. */
final class Definitions {
    private static final String PARSERS = "SELECT PLUGIN_NAME FROM information_schema.PLUGINS"
            + " WHERE PLUGIN_TYPE = 'FTPARSER' AND PLUGIN_STATUS = 'ACTIVE'";

    private final Pair pair;

    Definitions(Pair pair) {
        this.pair = pair;
    }

    List<Finding> databaseNames() throws SQLException {
        if (!pair.schema()) {
            return List.of(Finding.skipped("definitions are not migrated"));
        }
        List<String> there = pair.target().databases();
        List<String> odd = pair.source().databases().stream()
                .filter(db -> pair.source().scope().database(db) && !there.contains(db))
                .filter(Predicate.not(db -> db.matches("[a-z0-9_-]{1,64}")))
                .toList();
        return odd.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                                "databases will be created whose names consoles of RDS do not accept",
                                "CREATE DATABASE them by SQL before, where the account may not")
                        .of(odd));
    }

    List<Finding> collations() throws SQLException {
        Set<String> known = new HashSet<>();
        pair.target().column("SELECT COLLATION_NAME FROM information_schema.COLLATIONS").stream()
                .map(Definitions::newName)
                .forEach(known::add);
        List<String> unknown = new ArrayList<>();
        for (String[] row :
                pair.source().rows("SELECT SCHEMA_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA")) {
            if (pair.source().scope().database(row[0]) && !known.contains(newName(row[1]))) {
                unknown.add(row[0] + " " + row[1]);
            }
        }
        for (TableFact table : pair.source().tables()) {
            if (!table.collation().isEmpty() && !known.contains(newName(table.collation()))) {
                unknown.add(table.name() + " " + table.collation());
            }
        }
        for (ColumnFact column : pair.source().columns()) {
            if (column.collation() != null && !known.contains(newName(column.collation()))) {
                unknown.add(column + " " + column.collation());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!unknown.isEmpty()) {
            String found = "the target does not know collations of the source";
            String fix =
                    "use a target of the source's version, or ALTER DATABASE and ALTER TABLE ... CONVERT TO another"
                            + " collation on the source";
            findings.add((pair.schema() ? Finding.error(found, fix) : Finding.alert(found, fix)).of(unknown));
        }
        String source = newName(pair.source().variables().text("collation_server"));
        String target = newName(pair.target().variables().text("collation_server"));
        if (!source.equals(target)) {
            findings.add(Finding.note(
                    "collation_server is " + source + " on the source and " + target + " on the target; what the relay"
                            + " creates is as on the source, what applications create later is not",
                    TargetRights.ON_TARGET + "SET GLOBAL collation_server = '" + source
                            + "'; also in its configuration file"));
        }
        return findings;
    }

    /** The server has renamed utf8 to utf8mb3. */
    private static String newName(String collation) {
        return collation.startsWith("utf8_") ? "utf8mb3_" + collation.substring("utf8_".length()) : collation;
    }

    List<Finding> nameCase() throws SQLException {
        long source = pair.source().variables().number("lower_case_table_names", 0);
        long target = pair.target().variables().number("lower_case_table_names", 0);
        if (source == target) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (pair.folds()) {
            Map<TableName, Set<TableName>> same = new HashMap<>();
            for (TableFact table : pair.source().tables()) {
                same.computeIfAbsent(pair.inTarget(table.name()), n -> new TreeSet<>())
                        .add(table.name());
            }
            List<TableName> twins = same.values().stream()
                    .filter(names -> names.size() > 1)
                    .flatMap(Set::stream)
                    .toList();
            if (!twins.isEmpty()) {
                findings.add(Finding.error(
                                "names differ in case only, and the target would take them for one table",
                                "RENAME TABLE one of each on the source, or leave it out with table.exclude.list")
                        .of(twins));
            }
        }
        findings.add(Finding.alert(
                "lower_case_table_names is " + source + " on the source and " + target
                        + " on the target, so names do not"
                        + " keep their case, or statements find tables on one side only",
                "set up the target anew with lower_case_table_names=" + source
                        + "; it cannot be changed later (MySQL 8)"));
        return findings;
    }

    List<Finding> parsers() throws SQLException {
        if (pair.source().indexes().stream().noneMatch(i -> i.type().equals("FULLTEXT"))) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(parsers(pair.source()));
        missing.removeAll(parsers(pair.target()));
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "captured tables have full-text indexes, and the target lacks parsers of the source",
                                "INSTALL PLUGIN " + missing.get(0) + " SONAME ... on the target")
                        .of(missing));
    }

    private static List<String> parsers(ServerFacts server) throws SQLException {
        return server.column(PARSERS);
    }
}
