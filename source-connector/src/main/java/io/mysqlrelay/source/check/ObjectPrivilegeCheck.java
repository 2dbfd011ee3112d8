package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.schema.TableCatalog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Privileges that the schema phase needs beside those on tables. Triggers, events and routines are hidden from an account
 * without them, so whether there are any cannot be said: what would stay behind unseen is an alert.
 */
final class ObjectPrivilegeCheck implements SourceCheck {
    private static final String ID = "P03";

    @Override
    public List<Finding> run(Connection source, SourceConfig config) throws SQLException {
        if (!config.types().schema()) {
            return List.of();
        }
        Grants grants = Grants.read(source);
        String account = Account.current(source);
        List<Finding> findings = new ArrayList<>();
        Set<String> databases = new TreeSet<>();
        for (TableName view : names(source, "TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE = 'VIEW'")) {
            if (config.captured().includes(view) && !grants.onTable("SHOW VIEW", view)) {
                databases.add(view.database());
            }
        }
        if (!databases.isEmpty()) {
            findings.add(Finding.error(
                    ID,
                    ServerGroup.USER,
                    "account " + account + " lacks SHOW VIEW, so definitions of captured views cannot be read",
                    grant("SHOW VIEW", databases, account)));
        }
        hidden(source, config, grants, account, findings);
        return findings;
    }

    private static void hidden(
            Connection source, SourceConfig config, Grants grants, String account, List<Finding> findings)
            throws SQLException {
        Set<String> triggers = new TreeSet<>();
        Set<String> events = new TreeSet<>();
        for (TableName name : names(source, "'' FROM information_schema.TABLES GROUP BY TABLE_SCHEMA")) {
            String database = name.database();
            if (config.captured().includesDatabase(database) && !TableCatalog.isSystem(database)) {
                if (!grants.onDatabase("TRIGGER", database)) {
                    triggers.add(database);
                }
                if (!grants.onDatabase("EVENT", database)) {
                    events.add(database);
                }
            }
        }
        List<String> kinds = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (!triggers.isEmpty()) {
            kinds.add("triggers");
            fixes.add(grant("TRIGGER", triggers, account));
        }
        if (!events.isEmpty()) {
            kinds.add("events");
            fixes.add(grant("EVENT", events, account));
        }
        if (!grants.global("SELECT") && !grants.global("SHOW_ROUTINE")) {
            kinds.add("procedures and functions");
            fixes.add("GRANT SHOW_ROUTINE ON *.* TO " + account + " (before MySQL 8.0.20: GRANT SELECT ON *.*)");
        }
        if (!kinds.isEmpty()) {
            findings.add(Finding.alert(
                    ID,
                    ServerGroup.USER,
                    "account " + account + " cannot see all " + String.join(", ", kinds)
                            + " of the captured databases: those that exist when the migration begins stay behind",
                    String.join("; ", fixes)));
        }
    }

    private static String grant(String privilege, Set<String> databases, String account) {
        return String.join(
                "; ",
                databases.stream()
                        .map(db -> "GRANT " + privilege + " ON " + TableName.quote(db) + ".* TO " + account)
                        .toList());
    }

    private static List<TableName> names(Connection source, String query) throws SQLException {
        List<TableName> names = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT TABLE_SCHEMA, " + query)) {
            while (row.next()) {
                names.add(new TableName(row.getString(1), row.getString(2)));
            }
        }
        return names;
    }
}
