package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.adb.AdbStandIn;
import io.mysqlrelay.testkit.compare.ComparisonResult;
import io.mysqlrelay.testkit.compare.adb.AdbComparison;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The relay with its sink for AnalyticDB. No cluster is at hand: what is measured holds for the sink, and for a stand-in that
 * reads every statement, in this JVM, before a MySQL server does.
 */
record AnalyticDbPipeline(ConnectPipeline pipeline, AdbStandIn adb) implements Contender {
    @Override
    public String name() {
        return pipeline.name();
    }

    @Override
    public MySqlServer target() {
        return pipeline.target();
    }

    @Override
    public void start() {
        pipeline.start();
    }

    @Override
    public void stop() {
        pipeline.stop();
    }

    @Override
    public void resume() {
        pipeline.resume();
    }

    @Override
    public ComparisonResult compare(MySqlServer source) throws SQLException {
        try (Connection left = source.connection();
                Connection right = adb.connection()) {
            return AdbComparison.of(left, right, List.of(SysbenchTables.DATABASE))
                    .run();
        }
    }

    @Override
    public void check() {
        pipeline.check();
    }
}
