package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.testkit.compare.Differences;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The views of one database: which there are, names of their columns, and the rows that both sides show. The values' losses
 * are those of tables; the types that AnalyticDB gives to expressions are its own.
 */
final class ViewComparison {
    /** ER_VIEW_INVALID */
    private static final int INVALID = 1356;

    /** ER_NO_SUCH_USER */
    private static final int NO_DEFINER = 1449;

    private final Side source;
    private final Side adb;
    private final Predicate<TableName> made;
    private final Differences differences;

    /** @param made which of the source's views must be in AnalyticDB */
    ViewComparison(Side source, Side adb, Predicate<TableName> made, Differences differences) {
        this.source = source;
        this.adb = adb;
        this.made = made;
        this.differences = differences;
    }

    /** @return rows of each view */
    Map<TableName, Long> run(String database) throws SQLException {
        SortedSet<String> expected = views(source, database);
        expected.removeIf(view -> !made.test(new TableName(database, view)));
        Map<TableName, Long> rows = new TreeMap<>();
        Map<String, List<SourceColumn>> columns = SourceShapes.columns(source, database, Map.of());
        for (String view : differences.names("view", database + ".", expected, views(adb, database))) {
            TableName name = new TableName(database, view);
            if (!readable(name)) {
                continue;
            }
            SourceTable shown = new SourceTable(name, columns.get(view), List.of(), "");
            if (sameColumns(shown)) {
                rows.put(name, new RowComparison(shown, differences).run(source, adb));
            }
        }
        return rows;
    }

    /** One whose tables or definer are gone shows nothing that could be compared. */
    private boolean readable(TableName view) throws SQLException {
        try {
            source.read("SELECT 1 FROM " + view.quoted() + " LIMIT 0", row -> {});
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == INVALID || e.getErrorCode() == NO_DEFINER) {
                return false;
            }
            throw e;
        }
    }

    private static SortedSet<String> views(Side side, String database) throws SQLException {
        return side.strings("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                + Side.literal(database) + " AND table_type = 'VIEW'");
    }

    private boolean sameColumns(SourceTable view) throws SQLException {
        SortedSet<String> expected = new TreeSet<>();
        view.columns().forEach(column -> expected.add(column.name()));
        SortedSet<String> found = adb.strings("SELECT column_name FROM information_schema.columns WHERE table_schema = "
                + Side.literal(view.name().database()) + " AND table_name = "
                + Side.literal(view.name().table()));
        differences.names("column", view.name() + ".", expected, found);
        return expected.equals(found);
    }
}
