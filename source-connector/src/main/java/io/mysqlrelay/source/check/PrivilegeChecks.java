package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.Account;
import io.mysqlrelay.precheck.server.ForeignKeyFact;
import io.mysqlrelay.precheck.server.Grants;
import io.mysqlrelay.precheck.server.IndexFact;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.TableFact;
import io.mysqlrelay.source.config.ObjectGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The account's privileges on tables and on the binlog. Each finding has the GRANT statements that end it. */
final class PrivilegeChecks {
    private final ServerFacts source;
    private final SourceConfig config;

    PrivilegeChecks(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> look() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        named(findings);
        global(findings);
        try {
            tables(findings);
        } catch (CouldNotTell nothingSeen) {
            if (findings.isEmpty()) {
                throw nothingSeen;
            }
            findings.add(nothingSeen.finding());
        }
        if (config.types().schema()) {
            new ObjectPrivileges(source, config).look(findings);
        }
        return findings;
    }

    /** Databases that are named, not matched by an expression, must be there: else a typing error migrates nothing. */
    private void named(List<Finding> findings) throws SQLException {
        for (String name : config.captured().namedDatabases()) {
            // The list matches in any case, whatever the server's lower_case_table_names.
            if (source.databases().stream().noneMatch(name::equalsIgnoreCase)) {
                findings.add(Finding.error(
                                "database " + name + " does not exist on the source, or user '"
                                        + config.server().user() + "' has no privilege on it",
                                grant("SELECT", List.of(name), source.account()) + "; or correct the name")
                        .on(ObjectGroup.DATABASE_INCLUDE_LIST));
            }
        }
    }

    private void global(List<Finding> findings) throws SQLException {
        Grants grants = source.grants();
        List<String> missing = new ArrayList<>();
        if (config.types().incremental() && !grants.global("REPLICATION SLAVE")) {
            missing.add("REPLICATION SLAVE");
        }
        if (!grants.global("REPLICATION CLIENT") && !grants.global("SUPER")) {
            missing.add("REPLICATION CLIENT");
        }
        if (!missing.isEmpty()) {
            String privileges = String.join(", ", missing);
            findings.add(Finding.error(
                            "account " + source.account() + " lacks " + privileges
                                    + ", so the binlog or its position cannot be read",
                            "GRANT " + privileges + " ON *.* TO " + source.account())
                    .code(ErrorCode.BINLOG_REFUSED));
        }
    }

    private void tables(List<Finding> findings) throws SQLException {
        Grants grants = source.grants();
        List<TableName> tables = source.tables().stream().map(TableFact::name).toList();
        missing(
                "SELECT",
                "rows and definitions cannot be read",
                tables.stream().filter(t -> !grants.onTable("SELECT", t)).toList(),
                ErrorCode.TABLE_NOT_READABLE,
                findings);
        if (config.types().full()) {
            Set<TableName> locked = locked();
            missing(
                    "LOCK TABLES",
                    "the moment of the load of tables without primary key, and of tables connected by foreign keys with"
                            + " actions, cannot be fixed",
                    tables.stream()
                            .filter(t -> locked.contains(t) && !grants.onDatabase("LOCK TABLES", t.database()))
                            .toList(),
                    ErrorCode.TABLE_LOCK_DENIED,
                    findings);
        }
    }

    /** Tables that are read under a lock: without primary key, or connected by foreign keys of which one acts. */
    private Set<TableName> locked() throws SQLException {
        Set<TableName> locked = new HashSet<>();
        source.tables().forEach(t -> locked.add(t.name()));
        source.indexes().stream()
                .filter(i -> i.name().equals("PRIMARY"))
                .map(IndexFact::table)
                .forEach(locked::remove);
        if (config.types().incremental()) {
            locked.addAll(connected(source.foreignKeys()));
        }
        return locked;
    }

    /** As the load groups them: everything that foreign keys connect with one that acts. */
    private static Set<TableName> connected(List<ForeignKeyFact> keys) {
        Set<TableName> together = new HashSet<>();
        keys.stream().filter(ForeignKeyFact::acts).forEach(k -> together.add(k.child()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ForeignKeyFact key : keys) {
                if (together.contains(key.child()) || together.contains(key.parent())) {
                    grown |= together.addAll(List.of(key.child(), key.parent()));
                }
            }
        }
        return together;
    }

    /** One finding per privilege, not per table: a forgotten GRANT concerns thousands. */
    private void missing(
            String privilege, String effect, List<TableName> tables, ErrorCode code, List<Finding> findings)
            throws SQLException {
        if (!tables.isEmpty()) {
            Set<String> databases = new TreeSet<>();
            tables.forEach(t -> databases.add(t.database()));
            findings.add(Finding.error(
                            "account " + source.account() + " lacks " + privilege + ", so " + effect,
                            grant(privilege, databases, source.account()))
                    .of(tables)
                    .code(code));
        }
    }

    /** @return one statement per database */
    static String grant(String privilege, Collection<String> databases, Account account) {
        return String.join(
                "; ",
                databases.stream()
                        .map(db -> "GRANT " + privilege + " ON " + TableName.quote(db) + ".* TO " + account)
                        .toList());
    }
}
