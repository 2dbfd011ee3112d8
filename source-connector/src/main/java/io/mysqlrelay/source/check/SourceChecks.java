package io.mysqlrelay.source.check;

import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.SourceServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The checks that are cheap enough for every validation and every start: a few seconds at most. */
public final class SourceChecks {
    private static final int CONNECT_LIMIT_MS = 5_000;
    /** Well inside the 90 seconds that Connect's REST server gives a validation. */
    private static final Map<String, String> LIMITS = Map.of("socketTimeout", "15000");

    private static final List<SourceCheck> CHECKS =
            List.of(new BinlogCheck(), new DatabaseCheck(), new PrivilegeCheck(), new ObjectPrivilegeCheck());

    private SourceChecks() {}

    /** @return findings about the source, then about Kafka; never throws for what it finds */
    public static List<Finding> run(SourceConfig config) {
        List<Finding> findings = new ArrayList<>(source(config));
        findings.addAll(KafkaCheck.run(config));
        return findings;
    }

    private static List<Finding> source(SourceConfig config) {
        SourceServer server = config.server();
        int limit = Math.min(CONNECT_LIMIT_MS, server.connectTimeoutMs());
        List<Finding> findings = new ArrayList<>();
        try (Connection source = new SourceConnections(server.withConnectTimeoutMs(limit)).open(LIMITS)) {
            for (SourceCheck check : CHECKS) {
                findings.addAll(run(check, source, config));
            }
        } catch (SQLException e) {
            findings.add(ConnectionFailure.finding(server, e));
        }
        return findings;
    }

    private static List<Finding> run(SourceCheck check, Connection source, SourceConfig config) {
        try {
            return check.run(source, config);
        } catch (SQLException e) {
            return List.of(Finding.alert(
                    "P00",
                    ServerGroup.HOSTNAME,
                    "a check of the source could not be made: error " + e.getErrorCode() + " " + e.getMessage(),
                    "try again when the server is less busy, or give the account more privileges"));
        }
    }
}
