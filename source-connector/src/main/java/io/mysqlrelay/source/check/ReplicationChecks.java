package io.mysqlrelay.source.check;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.precheck.CouldNotTell;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.Variables;
import io.mysqlrelay.source.config.MigrationGroup;
import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.config.StartPoint;
import java.sql.SQLException;
import java.util.List;

/** The source among other servers: its id, what it replicates, and whether what we want to read is still there. */
final class ReplicationChecks {
    private final ServerFacts source;
    private final SourceConfig config;

    ReplicationChecks(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> serverId() throws SQLException {
        if (!config.types().incremental()) {
            return List.of(Finding.skipped("changes are not migrated"));
        }
        long id = source.variables().number("server_id", 0);
        if (id == 0) {
            return List.of(Finding.error(
                            "server_id of the source is 0, so it sends its binlog to nobody",
                            "SET GLOBAL server_id = 1; also in the configuration file")
                    .code(ErrorCode.BINLOG_REFUSED));
        }
        String own = "set database.server.id to an id that no server and no other reader of the binlog has";
        if (id == config.serverId()) {
            return List.of(Finding.error("the source itself has the connector's server id " + id, own)
                    .on(ServerGroup.SERVER_ID));
        }
        String show = replicas(source.version());
        boolean taken = source.rowsWith("REPLICATION SLAVE", show).stream()
                .anyMatch(row -> row[0].equals(String.valueOf(config.serverId())));
        return taken
                ? List.of(
                        Finding.error("a replica of the source has the connector's server id " + config.serverId(), own)
                                .on(ServerGroup.SERVER_ID))
                : List.of();
    }

    /** The old forms are gone in 8.4, the new ones unknown before 8.0.22. */
    static String replicas(ServerVersion version) {
        return version.atLeast(8, 0, 22) ? "SHOW REPLICAS" : "SHOW SLAVE HOSTS";
    }

    static String replicaStatus(ServerVersion version) {
        return version.atLeast(8, 0, 22) ? "SHOW REPLICA STATUS" : "SHOW SLAVE STATUS";
    }

    List<Finding> replicaUpdates() throws SQLException {
        String show = replicaStatus(source.version());
        if (source.rowsWith("REPLICATION CLIENT", show).isEmpty()) {
            return List.of(Finding.passed("the source is no replica"));
        }
        Variables variables = source.variables();
        boolean newName = variables.find("log_replica_updates").isPresent();
        String name = newName ? "log_replica_updates" : "log_slave_updates";
        return variables.is(name, "OFF")
                ? List.of(Finding.error(
                        "the source is a replica and " + name + " is OFF, so what it replicates is not in its binlog",
                        "put " + name + "=ON into the server's configuration file and restart it, or migrate from its"
                                + " primary"))
                : List.of();
    }

    List<Finding> startPosition() throws SQLException {
        if (config.start().isEmpty()) {
            return List.of(Finding.skipped("the migration begins at the source's present position"));
        }
        StartPoint start = config.start().get();
        return start.gtids() != null
                ? gtids(start.gtids())
                : file(start.binlog().file());
    }

    private List<Finding> gtids(GtidSet start) throws SQLException {
        GtidSet purged = GtidSet.parse(source.variables().text("gtid_purged").replace("\n", ""));
        return start.containsAll(purged)
                ? List.of()
                : List.of(Finding.error(
                                "the source has removed transactions behind start.gtid.set from its binlog: gtid_purged is "
                                        + purged,
                                "set start.gtid.set to a set that has them, or migrate the existing rows too"
                                        + " (migration.types=schema,full,incremental)")
                        .on(MigrationGroup.START_GTID_SET)
                        .code(ErrorCode.BINLOG_PURGED));
    }

    private List<Finding> file(String file) throws SQLException {
        List<String> files = source.rowsWith("REPLICATION CLIENT", "SHOW BINARY LOGS").stream()
                .map(row -> row[0])
                .toList();
        return files.contains(file)
                ? List.of()
                : List.of(Finding.error(
                                "the source has no binlog file " + file + "; it has "
                                        + (files.isEmpty()
                                                ? "none"
                                                : files.get(0) + " to " + files.get(files.size() - 1)),
                                "set start.binlog.file to one of them, or migrate the existing rows too"
                                        + " (migration.types=schema,full,incremental)")
                        .on(MigrationGroup.START_BINLOG_FILE)
                        .code(ErrorCode.BINLOG_PURGED));
    }

    List<Finding> readOnly() throws SQLException {
        Variables variables = source.variables();
        return variables.is("log_bin", "OFF") && variables.is("read_only", "ON")
                ? List.of(Finding.error(
                        "the source is read-only and writes no binlog",
                        "migrate from its primary, or from a replica with log_bin and log_slave_updates"))
                : List.of();
    }

    /** Prepared on the server, never executed: that would write. */
    List<Finding> heartbeat() throws SQLException {
        if (config.heartbeatQuery().isEmpty()) {
            return List.of(Finding.skipped("heartbeat.action.query is not set, so nothing is written to the source"));
        }
        try {
            source.prepare(config.heartbeatQuery().get());
            return List.of();
        } catch (CouldNotTell denied) {
            return List.of(Finding.alert(
                    "the account may not run heartbeat.action.query",
                    "grant account " + source.account() + " what the statement needs"));
        } catch (SQLException e) {
            return List.of(Finding.alert(
                    "the source does not take heartbeat.action.query: " + e.getMessage(), "correct the statement"));
        }
    }
}
