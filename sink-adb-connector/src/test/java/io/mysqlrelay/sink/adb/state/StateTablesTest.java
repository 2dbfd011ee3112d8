package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.sink.adb.Golden;
import org.junit.jupiter.api.Test;

class StateTablesTest {
    @Test
    void theRelaysOwnTablesAreInTheGrammar() {
        StringBuilder file = new StringBuilder();
        new StateTables("mysql_relay").statements().values().forEach(sql -> {
            Golden.parses(sql);
            file.append(sql).append(";\n");
        });
        Golden.check(Golden.ROOT.resolve("statements/state.sql"), file.toString());
    }
}
