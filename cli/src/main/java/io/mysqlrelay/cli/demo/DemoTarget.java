package io.mysqlrelay.cli.demo;

import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where the shop moves to; what it has started it ends. */
public interface DemoTarget extends AutoCloseable {
    /** What {@code relay demo --target} names. */
    enum Kind {
        MYSQL(MySqlTarget::new),
        ANALYTICDB(AnalyticDbTarget::new);

        @SuppressWarnings("ImmutableEnumChecker") // a constructor
        private final Supplier<DemoTarget> start;

        Kind(Supplier<DemoTarget> start) {
            this.start = start;
        }

        DemoTarget start() {
            return start.get();
        }
    }

    /** What it is and how to look into it. */
    String words();

    /** Of the sink connector. */
    Map<String, String> settings();

    /** Those of the source connector that depend on the target. */
    Map<String, String> sourceSettings();

    /** The server that holds the tables, for the progress. */
    MySqlServer server();

    /** How strict {@link #compare} is. */
    String comparison();

    ComparisonResult compare(MySqlServer source, List<String> databases) throws SQLException;

    @Override
    void close();
}
