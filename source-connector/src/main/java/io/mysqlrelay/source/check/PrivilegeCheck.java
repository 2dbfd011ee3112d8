package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.MigrationTypes;
import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.schema.ForeignKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The account's privileges. Each finding has the GRANT statement that ends it. */
final class PrivilegeCheck implements SourceCheck {
    private static final String ID = "P03";

    @Override
    public List<Finding> run(Connection source, SourceConfig config) throws SQLException {
        Grants grants = Grants.read(source);
        List<CapturedTable> tables = CapturedTable.read(source, config.captured());
        String account = Account.current(source);
        MigrationTypes types = config.types();
        List<Finding> findings = new ArrayList<>();
        global(grants, account, types, findings);
        missing(
                "SELECT",
                "rows and definitions cannot be read",
                account,
                tables,
                t -> !grants.onTable("SELECT", t.name()),
                findings);
        if (types.full()) {
            Set<TableName> together = types.incremental() ? together(source, tables) : Set.of();
            missing(
                    "LOCK TABLES",
                    "the moment of the load of tables without primary key, and of tables connected by foreign keys with"
                            + " actions, cannot be fixed",
                    account,
                    tables,
                    t -> (t.keyless() || together.contains(t.name()))
                            && !grants.onDatabase("LOCK TABLES", t.name().database()),
                    findings);
        }
        return findings;
    }

    private static Set<TableName> together(Connection source, List<CapturedTable> tables) throws SQLException {
        return ForeignKeys.groups(
                        source, tables.stream().map(CapturedTable::name).toList())
                .stream()
                .filter(ForeignKeys.Group::together)
                .flatMap(g -> g.tables().stream())
                .collect(Collectors.toSet());
    }

    private static void global(Grants grants, String account, MigrationTypes types, List<Finding> findings) {
        List<String> missing = new ArrayList<>();
        if (types.incremental() && !grants.global("REPLICATION SLAVE")) {
            missing.add("REPLICATION SLAVE");
        }
        if (!grants.global("REPLICATION CLIENT") && !grants.global("SUPER")) {
            missing.add("REPLICATION CLIENT");
        }
        if (!missing.isEmpty()) {
            String privileges = String.join(", ", missing);
            findings.add(Finding.error(
                    ID,
                    ServerGroup.USER,
                    "account " + account + " lacks " + privileges + ", so the binlog or its position cannot be read",
                    "GRANT " + privileges + " ON *.* TO " + account));
        }
    }

    /** One finding per privilege, not per table: a forgotten GRANT concerns thousands. */
    private static void missing(
            String privilege,
            String effect,
            String account,
            List<CapturedTable> tables,
            Predicate<CapturedTable> lacks,
            List<Finding> findings) {
        Map<String, TableName> firstByDatabase = new TreeMap<>();
        long count = 0;
        for (CapturedTable table : tables) {
            if (lacks.test(table)) {
                firstByDatabase.putIfAbsent(table.name().database(), table.name());
                count++;
            }
        }
        if (count > 0) {
            List<String> grants = firstByDatabase.keySet().stream()
                    .map(db -> "GRANT " + privilege + " ON " + TableName.quote(db) + ".* TO " + account)
                    .toList();
            TableName example = firstByDatabase.values().iterator().next();
            findings.add(Finding.error(
                    ID,
                    ServerGroup.USER,
                    "account " + account + " lacks " + privilege + " on " + count + " captured table(s), " + example
                            + " among them, so " + effect,
                    String.join("; ", grants)));
        }
    }
}
