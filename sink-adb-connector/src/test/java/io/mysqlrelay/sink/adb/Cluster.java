package io.mysqlrelay.sink.adb;

import io.mysqlrelay.testkit.adb.AdbFaults;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stand-in of {@link TargetHarness}, for tests of other packages. */
public final class Cluster {
    private Cluster() {}

    public static Map<String, String> config() {
        return TargetHarness.config();
    }

    public static AdbFaults faults() {
        return TargetHarness.cluster().faults();
    }

    /** The server behind the stand-in, with the same tables: a source of a migration, as far as checks only look. */
    public static MySqlServer server() {
        return TargetHarness.server();
    }

    /** All statements that the stand-in has received since this was cleared. */
    public static Collection<String> statements() {
        return TargetHarness.STATEMENTS;
    }

    public static void sql(String... statements) throws SQLException {
        TargetHarness.sql(statements);
    }

    public static List<String> rows(String query) throws SQLException {
        return TargetHarness.rows(query);
    }
}
