package io.mysqlrelay.sink.adb;

import static io.mysqlrelay.sink.adb.TargetHarness.checkpoint;
import static io.mysqlrelay.sink.adb.TargetHarness.cluster;
import static io.mysqlrelay.sink.adb.TargetHarness.ddl;
import static io.mysqlrelay.sink.adb.TargetHarness.schema;

import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.target.Epoch;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of an open target, each of which begins with an empty database and without what a migration remembers. */
abstract class TargetCase {
    private final String migration;
    private final String database;
    private final Map<String, String> settings;
    private final Epoch epoch = new Epoch();
    AnalyticDbTarget target;

    TargetCase(String migration, String database, Map<String, String> settings) {
        this.migration = migration;
        this.database = database;
        this.settings = new HashMap<>(settings);
    }

    @BeforeEach
    void openTarget() throws Exception {
        TargetHarness.empty(database, "mysql_relay");
        open();
    }

    @AfterEach
    void closeTarget() {
        cluster().faults().clear();
        target.close();
    }

    private void open() throws TransientTargetException {
        target = TargetHarness.target(migration, epoch, settings);
        target.open();
    }

    /** @param pairs settings from now on, each a name and a value */
    void reopen(String... pairs) throws TransientTargetException {
        target.close();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        open();
    }

    void create(String statement) throws TransientTargetException {
        execute(schema(database, statement));
    }

    void execute(long ordinal, String statement) throws TransientTargetException {
        execute(ddl(database, ordinal, statement));
    }

    void execute(DdlChange statement) throws TransientTargetException {
        target.execute(statement, checkpoint());
    }
}
