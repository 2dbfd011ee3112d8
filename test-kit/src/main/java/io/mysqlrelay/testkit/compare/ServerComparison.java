package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares two MySQL servers of the same version: databases with their defaults, tables with every word of SHOW CREATE
 * TABLE, the AUTO_INCREMENT value included, and every row by its bytes, generated columns included. Both sides are
 * streamed. Nothing is normalized unless asked for, except a character set that stands beside its own collation;
 * databases must not change meanwhile.
 *
 * <p>The two sessions are used by this object alone, and their settings are changed.
 */
public final class ServerComparison {
    /**
     * A column that has the collation of its table is shown with the collation alone; in a table that was made from that
     * very text it is shown with the character set too, although the collation implies it.
     */
    private static final Pattern IMPLIED_CHARSET = Pattern.compile(" CHARACTER SET (\\w+)(?= COLLATE \\1_)");

    private static final Pattern AUTO_INCREMENT = Pattern.compile(" AUTO_INCREMENT=\\d+(?= )");

    private static final Pattern COLLATION = Pattern.compile("( CHARACTER SET \\w+)?( COLLATE \\w+)?");

    private final ComparedServer left;
    private final ComparedServer right;
    private Set<String> only;
    private Set<String> ignored = Set.of();
    private boolean programs;
    private CopiedProgram copy;
    private boolean autoIncrement = true;
    private boolean collationsAsWritten = true;

    private ServerComparison(ComparedServer left, ComparedServer right) {
        this.left = left;
        this.right = right;
    }

    /** @param left usually the source */
    public static ServerComparison of(Connection left, Connection right) {
        return new ServerComparison(new ComparedServer(left), new ComparedServer(right));
    }

    /** Compares these databases alone, instead of all that are not the server's own; they must exist on both sides. */
    public ServerComparison databases(Collection<String> names) {
        this.only = Set.copyOf(names);
        return this;
    }

    /** Leaves these databases out. */
    public ServerComparison ignoring(Collection<String> names) {
        this.ignored = Set.copyOf(names);
        return this;
    }

    /** Compares views, procedures, functions, triggers and events too. */
    public ServerComparison withPrograms() {
        this.programs = true;
        return this;
    }

    /**
     * Compares views, procedures, functions, triggers and events too, expecting on the right the four documented
     * differences of a copy.
     *
     * @param user of the account that made the copies
     * @param host of that account
     */
    public ServerComparison withCopiedPrograms(String user, String host) {
        this.copy = new CopiedProgram(user, host);
        return withPrograms();
    }

    /** Does not compare the next AUTO_INCREMENT value: a rolled back INSERT raises it and leaves nothing in the binlog. */
    public ServerComparison withoutAutoIncrement() {
        this.autoIncrement = false;
        return this;
    }

    /**
     * Does not compare whether a column's collation is printed, only which it is: the server remembers whether it was
     * written, and its own text of a table writes collations that nobody wrote.
     */
    public ServerComparison withoutWrittenCollations() {
        this.collationsAsWritten = false;
        return this;
    }

    /** Reads both servers; throws when one of them cannot be read. */
    public ComparisonResult run() throws SQLException {
        long start = System.nanoTime();
        left.prepare();
        right.prepare();
        Differences differences = new Differences();
        Map<TableName, Long> rows = new TreeMap<>();
        for (String database : differences.names("database", "", chosen(left), chosen(right))) {
            String show = "SHOW CREATE DATABASE " + TableName.quote(database);
            differences.definition("database " + database, left.definition(show), right.definition(show));
            compareTables(database, differences, rows);
            if (programs) {
                new ProgramComparison(differences, copy).run(database, left, right);
            }
        }
        if (only != null) {
            for (String name : only) {
                if (!chosen(left).contains(name) && !chosen(right).contains(name)) {
                    differences.add(() -> "database " + name + " is missing on both sides");
                }
            }
        }
        return new ComparisonResult(
                differences.count(), differences.sentences(), rows, Duration.ofNanos(System.nanoTime() - start));
    }

    private SortedSet<String> chosen(ComparedServer server) throws SQLException {
        SortedSet<String> names = new TreeSet<>(server.databases());
        if (only != null) {
            names.retainAll(only);
        }
        names.removeAll(ignored);
        return names;
    }

    private void compareTables(String database, Differences differences, Map<TableName, Long> rows)
            throws SQLException {
        Map<String, ComparedTable> leftShapes = left.shapes(database);
        Map<String, ComparedTable> rightShapes = right.shapes(database);
        for (String table : differences.names(
                "table", database + ".", left.tables(database, "BASE TABLE"), right.tables(database, "BASE TABLE"))) {
            ComparedTable shape = leftShapes.get(table);
            String show = "SHOW CREATE TABLE " + shape.name().quoted();
            differences.definition("table " + shape.name(), tableDefinition(left, show), tableDefinition(right, show));
            if (shape.equals(rightShapes.get(table))) {
                rows.put(shape.name(), new RowComparison(shape, differences).run(left, right));
            } else {
                differences.add(() -> "rows of " + shape.name() + " were not compared: its columns or key differ");
            }
        }
    }

    private String tableDefinition(ComparedServer server, String show) throws SQLException {
        String definition = IMPLIED_CHARSET.matcher(server.definition(show)).replaceAll("");
        definition =
                collationsAsWritten ? definition : COLLATION.matcher(definition).replaceAll("");
        return autoIncrement ? definition : AUTO_INCREMENT.matcher(definition).replaceFirst("");
    }
}
