package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.Differences;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares databases of a MySQL server with those of AnalyticDB: tables, columns with their types, order, nullability,
 * defaults and comments, keys, distribution, options, and every row. It expects what docs/analyticdb.md says of the
 * settings {@code adb.time.out.of.range=null} and {@code adb.decimal.over.38=varchar}, which let rows and tables be written
 * that are refused without them, and of tables without choices of their own. What AnalyticDB does not have, other keys
 * and programs, must not be there, nor views that are not asked for; of others the names of columns and the rows that they show are compared.
 *
 * <p>The two sessions are used by this object alone, and their settings are changed.
 */
public final class AdbComparison {
    private final Side source;
    private final Side adb;
    private final SortedSet<String> databases;
    private final SortedSet<String> expected;
    private final Predicate<TableName> views;

    private AdbComparison(
            Side source,
            Side adb,
            Collection<String> databases,
            Collection<String> expected,
            Predicate<TableName> views) {
        this.source = source;
        this.adb = adb;
        this.databases = new TreeSet<>(databases);
        this.expected = new TreeSet<>(expected);
        this.views = views;
    }

    /** @param databases names, of which none need exist on both sides */
    public static AdbComparison of(Connection source, Connection adb, Collection<String> databases) {
        return new AdbComparison(new Side(source), new Side(adb), databases, List.of(), view -> false);
    }

    /**
     * What a table's history has made of it cannot be told from the source's definition: the target may keep a key, NULL or
     * an order of columns that the source no longer has.
     *
     * @param differences whole sentences; each of them that is not found is a difference itself
     */
    public AdbComparison expecting(Collection<String> differences) {
        return new AdbComparison(source, adb, databases, differences, views);
    }

    /** @param made which of the source's views must be in AnalyticDB, and no others */
    public AdbComparison withViews(Predicate<TableName> made) {
        return new AdbComparison(source, adb, databases, expected, made);
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
            rows.putAll(new ViewComparison(source, adb, views, differences).run(database));
        }
        List<String> sentences = new ArrayList<>(differences.sentences());
        long count = differences.count();
        for (String sentence : expected) {
            if (sentences.remove(sentence)) {
                count--;
            } else {
                sentences.add("was expected, and is not so: " + sentence);
                count++;
            }
        }
        return new ComparisonResult(count, sentences, rows, Duration.ofNanos(System.nanoTime() - start));
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
