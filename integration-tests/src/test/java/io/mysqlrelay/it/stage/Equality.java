package io.mysqlrelay.it.stage;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.ServerComparison;
import io.mysqlrelay.testkit.compare.adb.AdbComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The question that every test ends with: do both servers hold the same definitions and the same bytes? */
public final class Equality {
    private Equality() {}

    /** @param databases which of both sides' databases are compared */
    public static void check(MySqlServer source, MySqlServer target, Predicate<String> databases) {
        check(source, target, databases, comparison -> comparison);
    }

    /** For sources on which transactions were rolled back, which counts AUTO_INCREMENT up and is not in the binlog. */
    public static void checkAfterRollbacks(MySqlServer source, MySqlServer target, Predicate<String> databases) {
        check(source, target, databases, ServerComparison::withoutAutoIncrement);
    }

    /** For tables whose character sets were changed too: SHOW CREATE TABLE of the source hid which collations were written. */
    public static void checkAfterConversions(MySqlServer source, MySqlServer target, Predicate<String> databases) {
        check(
                source,
                target,
                databases,
                comparison -> comparison.withoutAutoIncrement().withoutWrittenCollations());
    }

    /**
     * Tables and rows, with the losses that docs/analyticdb.md lists; views are not to be there.
     */
    public static void checkAnalyticDb(MySqlServer source, AdbStandIn adb, Predicate<String> databases) {
        checkAnalyticDb(source, adb, databases, comparison -> comparison);
    }

    /**
     * The same with views.
     *
     * @param views which of the source's views must be there
     * @param differs how tables differ because of their history, in the words of the comparison
     */
    public static void checkAnalyticDbWithViews(
            MySqlServer source,
            AdbStandIn adb,
            Predicate<String> databases,
            Predicate<TableName> views,
            Collection<String> differs) {
        checkAnalyticDb(
                source,
                adb,
                databases,
                comparison -> comparison.withViews(views).expecting(differs));
    }

    private static void checkAnalyticDb(
            MySqlServer source, AdbStandIn adb, Predicate<String> databases, UnaryOperator<AdbComparison> what) {
        try (Connection left = source.connection();
                Connection right = adb.connection()) {
            SortedSet<String> names = new TreeSet<>(Sql.rows(source, "SHOW DATABASES"));
            try (ResultSet there = right.getMetaData().getCatalogs()) {
                while (there.next()) {
                    names.add(there.getString(1));
                }
            }
            names.removeIf(databases.negate());
            ComparisonResult result =
                    what.apply(AdbComparison.of(left, right, names)).run();
            if (names.isEmpty() || !result.equal()) {
                throw new AssertionError(names + ": " + result);
            }
            Print.line(names + ": " + result);
        } catch (SQLException e) {
            throw new IllegalStateException("the servers cannot be compared: " + e.getMessage(), e);
        }
    }

    private static void check(
            MySqlServer source,
            MySqlServer target,
            Predicate<String> databases,
            UnaryOperator<ServerComparison> exceptions) {
        SortedSet<String> names = new TreeSet<>(Sql.rows(source, "SHOW DATABASES"));
        names.addAll(Sql.rows(target, "SHOW DATABASES"));
        names.removeIf(databases.negate());
        try (Connection left = source.connection();
                Connection right = target.connection()) {
            ServerComparison comparison =
                    ServerComparison.of(left, right).databases(names).withCopiedPrograms(Accounts.USER, "%");
            ComparisonResult result = exceptions.apply(comparison).run();
            if (names.isEmpty() || !result.equal()) {
                throw new AssertionError(names + ": " + result);
            }
            Print.line(names + ": " + result);
        } catch (SQLException e) {
            throw new IllegalStateException("the servers cannot be compared: " + e.getMessage(), e);
        }
    }
}
