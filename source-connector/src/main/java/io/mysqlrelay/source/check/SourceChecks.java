package io.mysqlrelay.source.check;

import io.mysqlrelay.core.ServerVersion;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.SessionsLeft;
import io.mysqlrelay.source.config.KafkaGroup;
import io.mysqlrelay.source.config.MigrationGroup;
import io.mysqlrelay.source.config.ObjectGroup;
import io.mysqlrelay.source.config.OperationGroup;
import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The checks of the source, in two sets by how long they may take. */
final class SourceChecks {
    /** The reader of the binlog and its second one, the load, positions, definitions. */
    private static final int SESSIONS = 6;

    private static final Duration LONG_TRANSACTION = Duration.ofMinutes(10);

    private final SourceConfig config;
    private final ServerFacts source;
    private final Duration longTransaction;

    SourceChecks(SourceConfig config, ServerFacts source) {
        this(config, source, LONG_TRANSACTION);
    }

    SourceChecks(SourceConfig config, ServerFacts source, Duration longTransaction) {
        this.config = config;
        this.source = source;
        this.longTransaction = longTransaction;
    }

    /** Settings, server and privileges: seconds, also with ten thousand tables. */
    List<Check> fast() {
        BinlogChecks binlog = new BinlogChecks(source, config);
        ReplicationChecks replication = new ReplicationChecks(source, config);
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.CONNECTION, ServerGroup.HOSTNAME, this::connection);
        add(checks, CheckKind.TOPICS, KafkaGroup.BOOTSTRAP_SERVERS, new KafkaCheck(config)::look);
        add(checks, CheckKind.SOURCE_PRIVILEGES, ServerGroup.USER, new PrivilegeChecks(source, config)::look);
        add(checks, CheckKind.VERSION, ServerGroup.HOSTNAME, () -> version(source.version()));
        add(checks, CheckKind.BINLOG_ON, ServerGroup.HOSTNAME, binlog::on);
        add(checks, CheckKind.BINLOG_FORMAT, ServerGroup.HOSTNAME, binlog::format);
        add(checks, CheckKind.ROW_IMAGE, ServerGroup.HOSTNAME, binlog::rowImage);
        add(checks, CheckKind.PARTIAL_JSON, ServerGroup.HOSTNAME, binlog::partialJson);
        add(checks, CheckKind.COMPRESSION, ServerGroup.HOSTNAME, binlog::compression);
        add(checks, CheckKind.SERVER_ID, ServerGroup.HOSTNAME, replication::serverId);
        add(checks, CheckKind.REPLICA_UPDATES, ServerGroup.HOSTNAME, replication::replicaUpdates);
        add(checks, CheckKind.RETENTION, ServerGroup.HOSTNAME, new RetentionCheck(source, config)::look);
        add(checks, CheckKind.GTID, ServerGroup.HOSTNAME, binlog::gtid);
        add(checks, CheckKind.READ_ONLY, ServerGroup.HOSTNAME, replication::readOnly);
        add(checks, CheckKind.HEARTBEAT, OperationGroup.HEARTBEAT_ACTION_QUERY, replication::heartbeat);
        add(checks, CheckKind.ENCRYPTED, MigrationGroup.TYPES, new AssessmentChecks(source, config)::encrypted);
        return checks;
    }

    /** The fast ones, and those that look at tables, objects and open sessions. */
    List<Check> all() {
        BinlogChecks binlog = new BinlogChecks(source, config);
        TableChecks tables = new TableChecks(source, config);
        WorkChecks work = new WorkChecks(source, longTransaction);
        AssessmentChecks assessment = new AssessmentChecks(source, config);
        String host = ServerGroup.HOSTNAME;
        String objects = ObjectGroup.TABLE_INCLUDE_LIST;
        ReplicationChecks replication = new ReplicationChecks(source, config);
        List<Check> checks = fast();
        // Not among the fast ones: a connector that is changed later has long left its start behind.
        add(checks, CheckKind.START_POSITION, MigrationGroup.START_BINLOG_FILE, replication::startPosition);
        add(checks, CheckKind.BINLOG_FORMAT, host, () -> binlog.sessions("binlog_format", "ROW"));
        add(checks, CheckKind.ROW_IMAGE, host, () -> binlog.sessions("binlog_row_image", "FULL"));
        add(checks, CheckKind.PARTIAL_JSON, host, () -> binlog.sessions("binlog_row_value_options", ""));
        add(checks, CheckKind.KEYLESS, objects, tables::keyless);
        add(checks, CheckKind.INVISIBLE, objects, tables::invisible);
        add(checks, CheckKind.HIDDEN_KEY, objects, tables::hiddenKey);
        add(checks, CheckKind.ENGINES, objects, tables::engines);
        add(checks, CheckKind.PARENTS, objects, tables::parents);
        add(checks, CheckKind.ACTIONS, objects, tables::actions);
        add(checks, CheckKind.TRIGGERS, objects, tables::triggers);
        add(checks, CheckKind.DEPENDENCIES, objects, assessment::dependencies);
        add(checks, CheckKind.RUNNING_WORK, host, work::transactions);
        add(checks, CheckKind.RUNNING_WORK, host, work::xa);
        add(checks, CheckKind.RUNNING_WORK, ObjectGroup.TABLE_EXCLUDE_LIST, work::shadows);
        add(checks, CheckKind.SESSIONS, host, () -> SessionsLeft.look(source, SESSIONS));
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, String setting, Check.Look look) {
        checks.add(new Check(kind, Side.SOURCE, setting, look));
    }

    private List<Finding> connection() {
        try {
            source.connect();
            return List.of();
        } catch (SQLException e) {
            return List.of(ConnectionFailure.finding(config.server(), e));
        }
    }

    static List<Finding> version(ServerVersion version) {
        if (version.isMariaDb() || !version.atLeast(5, 7, 0)) {
            return List.of(
                    Finding.error("the source's version is " + version.text(), "use a source with MySQL 5.7 to 9.x"));
        }
        return version.atLeast(10, 0, 0)
                ? List.of(Finding.alert(
                        "the source's version " + version.text() + " is newer than any that is known",
                        "use a newer MySQL Relay if there is one"))
                : List.of();
    }
}
