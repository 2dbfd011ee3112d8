package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.Differences;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares databases of a MySQL server with those of AnalyticDB: tables, columns, keys, distribution, comments, and every
 * row. It expects what docs/analyticdb.md says of the settings {@code adb.time.out.of.range=null} and
 * {@code adb.decimal.over.38=varchar}, which let rows and tables be written that are refused without them. Not compared
 * are the order of columns, defaults, and what AnalyticDB does not have: other keys, programs. Views are compared when asked for:
 * the names of their columns, and the rows that they show.
 *
 * <p>The two sessions are used by this object alone, and their settings are changed.
 */
public final class AdbComparison {
    private final Side source;
    private final Side adb;
    private final SortedSet<String> databases;

    private boolean compareViews;
    private Predicate<TableName> views = view -> false;

    private AdbComparison(Connection source, Connection adb, Collection<String> databases) {
        this.source = new Side(source);
        this.adb = new Side(adb);
        this.databases = new TreeSet<>(databases);
    }

    /** @param databases names, of which none need exist on both sides */
    public static AdbComparison of(Connection source, Connection adb, Collection<String> databases) {
        return new AdbComparison(source, adb, databases);
    }

    /** @param made which of the source's views must be in AnalyticDB, and no others */
    public AdbComparison withViews(Predicate<TableName> made) {
        views = made;
        compareViews = true;
        return this;
    }

    /** Reads both servers; throws when one of them cannot be read. */
    public ComparisonResult run() throws SQLException {
        long start = System.nanoTime();
        source.execute("SET SESSION sql_mode = '', time_zone = '+00:00', lc_time_names = 'en_US'");
        adb.execute("SET SESSION time_zone = '+00:00'");
        Differences differences = new Differences();
        Map<TableName, Long> rows = new TreeMap<>();
        for (String database : differences.names("database", "", ours(source), ours(adb))) {
            compareTables(database, differences, rows);
            if (compareViews) {
                rows.putAll(new ViewComparison(source, adb, views, differences).run(database));
            }
        }
        return new ComparisonResult(
                differences.count(), differences.sentences(), rows, Duration.ofNanos(System.nanoTime() - start));
    }

    private SortedSet<String> ours(Side side) throws SQLException {
        SortedSet<String> names = side.strings("SHOW DATABASES");
        names.retainAll(databases);
        return names;
    }

    private void compareTables(String database, Differences differences, Map<TableName, Long> rows)
            throws SQLException {
        SortedMap<String, SourceTable> left = SourceShapes.read(source, database);
        SortedMap<String, AdbTable> right = AdbShapes.read(adb, database);
        for (String name : differences.names(
                "table", database + ".", new TreeSet<>(left.keySet()), new TreeSet<>(right.keySet()))) {
            SourceTable table = left.get(name);
            if (new ShapeComparison(table, right.get(name), differences).run()) {
                rows.put(table.name(), new RowComparison(table, differences).run(source, adb));
            } else {
                differences.add(() -> "rows of " + table.name() + " were not compared: its columns differ");
            }
        }
    }
}
