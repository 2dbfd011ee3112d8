package io.mysqlrelay.sink.adb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.adb.AnalyticDbSinkConnector;
import io.mysqlrelay.sink.adb.Cluster;
import io.mysqlrelay.sink.adb.Golden;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every shape of statement that validation, the sink's start and the prechecks send to a cluster. */
class SentChecksIT {
    private static final Scope OURS = new Scope() {
        @Override
        public boolean database(String name) {
            return name.equals("sent_checks");
        }

        @Override
        public boolean table(TableName name) {
            return database(name.database());
        }
    };

    @Test
    void everyShapeIsInTheGoldenFileAndInTheGrammar() throws Exception {
        Cluster.faults().clear();
        Cluster.sql(
                "CREATE DATABASE IF NOT EXISTS sent_checks",
                "DROP TABLE IF EXISTS sent_checks.t",
                "CREATE TABLE sent_checks.t (id BIGINT NOT NULL, v INT, PRIMARY KEY (id))",
                "REPLACE INTO sent_checks.t (id, v) VALUES (1, 1)");
        Map<String, String> config = Cluster.config();
        config.put("topics", "sent-checks.changes");
        config.put("checkpoint.database", "sent_checks_relay");
        Cluster.statements().clear();
        new AnalyticDbSinkConnector().validate(config);
        new AnalyticDbSinkConnector().start(config);
        for (String types : List.of("schema,full,incremental", "full,incremental")) {
            for (String existing : List.of("refuse", "proceed")) {
                config.put("target.existing.tables", existing);
                pairs(config, Map.of("migration.types", types, AdbPairing.GENERATED, "true"));
            }
        }
        assertThat(Golden.checkShapes("statements/checks.sql", Cluster.statements()))
                .anyMatch(s -> s.startsWith("SHOW PROCESSLIST"))
                .anyMatch(s -> s.startsWith("SHOW CREATE TABLE `sent_checks`"))
                .anyMatch(s -> s.startsWith("REPLACE INTO `sent_checks_relay`.`precheck`"));
        for (String table : Cluster.rows("SHOW TABLES FROM sent_checks_relay")) {
            Cluster.sql("DROP TABLE sent_checks_relay." + table);
        }
        Cluster.sql("DROP DATABASE sent_checks_relay", "DROP TABLE sent_checks.t", "DROP DATABASE sent_checks");
    }

    private static void pairs(Map<String, String> config, Map<String, String> left) throws Exception {
        try (ServerFacts facts = new ServerFacts(() -> Cluster.server().connection(), OURS);
                OpenSide target = new AdbPrechecks().open(config, true)) {
            OpenSide source = new OpenSide(facts, List.of(), left, null);
            new CheckRun(Duration.ofSeconds(30), Ignored.nothing())
                    .run(target.pairing().checks(source, target));
            new CheckRun(Duration.ofSeconds(30), Ignored.nothing()).run(target.checks());
        }
    }
}
