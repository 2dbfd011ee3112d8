package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.Pairing;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.adb.AdbSettings;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.state.PrecheckTable;
import io.mysqlrelay.sink.adb.state.StateTables;
import io.mysqlrelay.sink.check.CheckedMigration;
import io.mysqlrelay.sink.check.CheckedSink;
import io.mysqlrelay.sink.check.TargetLook;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The AnalyticDB sink, as its prechecks see it. */
public final class CheckedAdbSink implements CheckedSink {
    @Override
    public String connector() {
        return "io.mysqlrelay.sink.adb.AnalyticDbSinkConnector";
    }

    @Override
    public ConfigDef settings() {
        return EngineSettings.define(AdbSettings.define(new ConfigDef()));
    }

    @Override
    public Map<String, String> violations(Map<String, String> config) {
        try {
            TableRules.parse(config);
            return Map.of();
        } catch (ConfigException e) {
            return Map.of(TableRules.TABLES, e.getMessage());
        }
    }

    @Override
    public TargetLook look(Map<String, String> config, int connectMillis, Duration answer) {
        AdbSettings settings =
                AdbSettings.parse(config, config.getOrDefault("topics", "").trim(), "precheck");
        AbstractConfig parsed = new AbstractConfig(AdbSettings.define(new ConfigDef()), config, false);
        ConnectionSettings connection = ConnectionConfig.parse(parsed, connectMillis);
        int millis = Math.toIntExact(answer.toMillis());
        ServerFacts server =
                new ServerFacts(() -> AdbSession.look(connection, millis), Scope.EVERYTHING, "SHOW VARIABLES");
        Probe probe = new Probe(settings, connection, server, millis);
        return new Look(settings, connection, server, new TargetChecks(settings, server, probe));
    }

    /** One look. */
    private record Look(AdbSettings settings, ConnectionSettings connection, ServerFacts server, TargetChecks checks)
            implements TargetLook {
        @Override
        public ErrorKind kind(SQLException failure) {
            return AdbErrors.kind(failure);
        }

        @Override
        public List<Check> fast() {
            return checks.fast();
        }

        @Override
        public List<Check> more() {
            return checks.more();
        }

        @Override
        public List<Check> withoutSource() {
            return List.of();
        }

        @Override
        public CheckedMigration migration() {
            return new CheckedMigration(settings.migration(), settings.checkpointDatabase(), settings.proceed());
        }

        @Override
        public Pairing pairing() {
            return new AdbPairing(settings);
        }

        @Override
        public void store(Report report) throws SQLException {
            try (AdbSession session = AdbSession.open(settings.connection(), settings.socketTimeoutMillis())) {
                StateTables tables = new StateTables(settings.checkpointDatabase());
                tables.ensure(session);
                new PrecheckTable(session, tables, settings.migration()).replace(report);
            }
        }
    }
}
