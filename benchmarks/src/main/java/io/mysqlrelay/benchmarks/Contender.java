package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.ServerComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Something that copies the source's tables into its own target and follows the changes. */
interface Contender {
    /** Name with version. */
    String name();

    MySqlServer target();

    /** Starts from nothing: existing rows first, then changes. */
    void start();

    /** Stops; what is written from now on is a backlog. */
    void stop();

    /** Goes on where it was stopped. */
    void resume();

    /** Whether its target holds what the source holds. */
    default ComparisonResult compare(MySqlServer source) throws SQLException {
        try (Connection left = source.connection();
                Connection right = target().connection()) {
            return ServerComparison.of(left, right)
                    .databases(List.of(SysbenchTables.DATABASE))
                    .run();
        }
    }

    /** Throws when it has failed and will not get further by itself. */
    void check();
}
