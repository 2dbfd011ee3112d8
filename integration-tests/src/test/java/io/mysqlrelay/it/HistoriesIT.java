package io.mysqlrelay.it;

import io.mysqlrelay.it.histories.Histories;
import io.mysqlrelay.it.stage.Versions;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are changed at random while rows are written to them are the same on both sides at the end of each history. */
class HistoriesIT {
    private static final int FEW = 20;

    @ParameterizedTest
    @MethodSource("versions")
    void everyHistoryEndsEqual(MySqlDistribution version) throws Exception {
        String wanted = System.getProperty("relay.histories", "");
        Histories.run(version, Seed.next("histories"), wanted.isBlank() ? FEW : Integer.parseInt(wanted));
    }

    static Stream<MySqlDistribution> versions() {
        return Versions.all().stream();
    }
}
