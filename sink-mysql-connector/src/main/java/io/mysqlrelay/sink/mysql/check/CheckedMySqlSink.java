package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.Pairing;
import io.mysqlrelay.precheck.pair.PairChecks;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.check.CheckedMigration;
import io.mysqlrelay.sink.check.CheckedSink;
import io.mysqlrelay.sink.check.TargetLook;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.config.TargetSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.LookSession;
import io.mysqlrelay.sink.mysql.state.PrecheckTable;
import io.mysqlrelay.sink.mysql.state.StateTables;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The MySQL sink, as its prechecks see it. */
public final class CheckedMySqlSink implements CheckedSink {
    @Override
    public String connector() {
        return "io.mysqlrelay.sink.mysql.MySqlSinkConnector";
    }

    @Override
    public ConfigDef settings() {
        return EngineSettings.define(TargetSettings.define(new ConfigDef()));
    }

    @Override
    public Map<String, String> violations(Map<String, String> config) {
        return Map.of();
    }

    @Override
    public TargetLook look(Map<String, String> config, int connectMillis, Duration answer) {
        TargetSettings settings =
                TargetSettings.parse(config, config.getOrDefault("topics", "").trim(), "precheck");
        AbstractConfig parsed = new AbstractConfig(TargetSettings.define(new ConfigDef()), config, false);
        ConnectionSettings connection = ConnectionConfig.parse(parsed, connectMillis);
        ServerFacts server = new ServerFacts(
                () -> LookSession.open(connection, Math.toIntExact(answer.toMillis())), Scope.EVERYTHING);
        return new Look(settings, connection, server, new TargetChecks(settings, server));
    }

    /** One look. */
    private record Look(TargetSettings settings, ConnectionSettings connection, ServerFacts server, TargetChecks checks)
            implements TargetLook {
        @Override
        public ErrorKind kind(SQLException failure) {
            return SqlErrors.kind(failure);
        }

        @Override
        public List<Check> fast() {
            return checks.fast();
        }

        @Override
        public List<Check> more() {
            return List.of();
        }

        @Override
        public List<Check> withoutSource() {
            return checks.withoutSource();
        }

        @Override
        public CheckedMigration migration() {
            return new CheckedMigration(settings.migration(), settings.checkpointDatabase(), settings.proceed());
        }

        @Override
        public Pairing pairing() {
            return PairChecks::with;
        }

        @Override
        public void store(Report report) throws SQLException {
            try (DmlSession session = DmlSession.open(settings.connection(), new TargetMeter())) {
                StateTables tables = new StateTables(settings.checkpointDatabase());
                tables.ensure(session);
                new PrecheckTable(session, tables, settings.migration()).replace(report);
            }
        }
    }
}
