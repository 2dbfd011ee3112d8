package io.mysqlrelay.source.check;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.Account;
import io.mysqlrelay.precheck.server.Grants;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Privileges that the schema phase needs beside those on tables. Triggers, events and routines are hidden from an account
 * without them, so whether there are any cannot be said: what would stay behind unseen is an alert.
 */
final class ObjectPrivileges {
    private final ServerFacts source;
    private final SourceConfig config;

    ObjectPrivileges(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    void look(List<Finding> findings) throws SQLException {
        Set<String> views = new TreeSet<>();
        for (String[] row : source.rows(
                "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE = 'VIEW'")) {
            TableName view = new TableName(row[0], row[1]);
            if (config.captured().includes(view) && !source.grants().onTable("SHOW VIEW", view)) {
                views.add(view.database());
            }
        }
        if (!views.isEmpty()) {
            findings.add(Finding.error(
                            "account " + source.account()
                                    + " lacks SHOW VIEW, so definitions of captured views cannot be read",
                            PrivilegeChecks.grant("SHOW VIEW", views, source.account()))
                    .of(views)
                    .code(ErrorCode.OBJECT_NOT_READABLE));
        }
        hidden(findings);
    }

    /** What shows the bodies of routines of others. */
    static String onRoutines(ServerVersion version) {
        return version.atLeast(8, 0, 20) ? "SHOW_ROUTINE" : "SELECT";
    }

    private void hidden(List<Finding> findings) throws SQLException {
        Grants grants = source.grants();
        Account account = source.account();
        List<String> captured = source.databases().stream()
                .filter(config.captured()::includesDatabase)
                .toList();
        List<String> triggers = captured.stream()
                .filter(db -> !grants.onDatabase("TRIGGER", db))
                .toList();
        List<String> events =
                captured.stream().filter(db -> !grants.onDatabase("EVENT", db)).toList();
        List<String> kinds = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (!triggers.isEmpty()) {
            kinds.add("triggers");
            fixes.add(PrivilegeChecks.grant("TRIGGER", triggers, account));
        }
        if (!events.isEmpty()) {
            kinds.add("events");
            fixes.add(PrivilegeChecks.grant("EVENT", events, account));
        }
        if (!grants.global("SELECT") && !grants.global("SHOW_ROUTINE")) {
            kinds.add("procedures and functions");
            fixes.add("GRANT " + onRoutines(source.version()) + " ON *.* TO " + account);
        }
        if (!kinds.isEmpty()) {
            findings.add(Finding.alert(
                    "account " + account + " cannot see all " + String.join(", ", kinds)
                            + " of the captured databases: those that exist when the migration begins stay behind",
                    String.join("; ", fixes)));
        }
    }
}
