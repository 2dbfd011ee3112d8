package io.mysqlrelay.sink.adb;

import io.mysqlrelay.testkit.adb.AdbFaults;
import java.sql.SQLException;
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

    public static void sql(String... statements) throws SQLException {
        TargetHarness.sql(statements);
    }

    public static List<String> rows(String query) throws SQLException {
        return TargetHarness.rows(query);
    }
}
