package io.mysqlrelay.source.config;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.record.RecordLimit;
import io.mysqlrelay.source.server.SourceServer;
import io.mysqlrelay.source.server.Tls;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The source connector's settings, checked and parsed. Immutable.
 *
 * @param topicPrefix the migration's name on Kafka
 * @param server the source
 * @param serverId under which the binlog is read
 * @param captured what is migrated
 * @param types the phases
 * @param start where an incremental migration begins; empty for the present position
 * @param fullChunkRows rows per query of the full load
 * @param fullGenerated the full load reads values of generated columns
 * @param kafka the cluster with the migration's topics
 * @param heartbeatIntervalMs milliseconds between heartbeats of an idle source; 0 for none
 * @param heartbeatQuery statement that is executed on the source with each heartbeat; empty for none
 * @param recordLimit the largest record that the connector's producer sends
 */
public record SourceConfig(
        String topicPrefix,
        SourceServer server,
        long serverId,
        CapturedObjects captured,
        MigrationTypes types,
        Optional<StartPoint> start,
        int fullChunkRows,
        boolean fullGenerated,
        KafkaAccess kafka,
        int heartbeatIntervalMs,
        Optional<String> heartbeatQuery,
        RecordLimit recordLimit) {
    private static final long FIRST_SERVER_ID = 5_400;

    /**
     * @param props as Connect hands them over, config providers already resolved
     * @throws RelayException RELAY-1001 with every broken rule
     */
    public static SourceConfig parse(Map<String, String> props) {
        List<Violation> violations = SettingRules.violations(props);
        if (!violations.isEmpty()) {
            throw new RelayException(ErrorCode.SETTINGS_INVALID, Violation.list(violations));
        }
        try {
            return of(SourceSettings.definition().parse(props), props);
        } catch (ConfigException e) {
            throw new RelayException(ErrorCode.SETTINGS_INVALID, e.getMessage(), e);
        }
    }

    private static SourceConfig of(Map<String, Object> parsed, Map<String, String> props) {
        String prefix = (String) parsed.get(MigrationGroup.TOPIC_PREFIX);
        Long serverId = (Long) parsed.get(ServerGroup.SERVER_ID);
        @SuppressWarnings("unchecked") // a LIST setting is parsed to a list of strings
        List<String> types = (List<String>) parsed.get(MigrationGroup.TYPES);
        return new SourceConfig(
                prefix,
                server(parsed),
                serverId == null ? serverIdFor(prefix) : serverId,
                new CapturedObjects(
                        (String) parsed.get(ObjectGroup.DATABASE_INCLUDE_LIST),
                        (String) parsed.get(ObjectGroup.DATABASE_EXCLUDE_LIST),
                        (String) parsed.get(ObjectGroup.TABLE_INCLUDE_LIST),
                        (String) parsed.get(ObjectGroup.TABLE_EXCLUDE_LIST)),
                MigrationTypes.parse(types),
                start(parsed),
                (Integer) parsed.get(MigrationGroup.FULL_CHUNK_ROWS),
                (Boolean) parsed.get(MigrationGroup.FULL_GENERATED),
                kafka(parsed, props),
                (Integer) parsed.get(OperationGroup.HEARTBEAT_INTERVAL_MS),
                Optional.ofNullable((String) parsed.get(OperationGroup.HEARTBEAT_ACTION_QUERY))
                        .filter(query -> !query.isBlank()),
                RecordLimit.of(props));
    }

    private static SourceServer server(Map<String, Object> parsed) {
        return new SourceServer(
                (String) parsed.get(ServerGroup.HOSTNAME),
                (Integer) parsed.get(ServerGroup.PORT),
                (String) parsed.get(ServerGroup.USER),
                secret(parsed, ServerGroup.PASSWORD),
                new Tls(
                        Tls.Mode.valueOf(((String) parsed.get(ServerGroup.SSL_MODE)).toUpperCase(Locale.ROOT)),
                        (String) parsed.get(ServerGroup.SSL_KEYSTORE),
                        secret(parsed, ServerGroup.SSL_KEYSTORE_PASSWORD),
                        (String) parsed.get(ServerGroup.SSL_TRUSTSTORE),
                        secret(parsed, ServerGroup.SSL_TRUSTSTORE_PASSWORD)),
                (Integer) parsed.get(ServerGroup.CONNECT_TIMEOUT_MS));
    }

    private static String secret(Map<String, Object> parsed, String key) {
        Password password = (Password) parsed.get(key);
        return password == null ? null : password.value();
    }

    private static Optional<StartPoint> start(Map<String, Object> parsed) {
        String gtids = (String) parsed.get(MigrationGroup.START_GTID_SET);
        String file = (String) parsed.get(MigrationGroup.START_BINLOG_FILE);
        if (gtids != null) {
            return Optional.of(new StartPoint(GtidSet.parse(gtids), null));
        }
        return Optional.ofNullable(file)
                .map(f -> new StartPoint(
                        null, new BinlogPosition(f, (Long) parsed.get(MigrationGroup.START_BINLOG_POSITION))));
    }

    private static KafkaAccess kafka(Map<String, Object> parsed, Map<String, String> props) {
        Map<String, String> client = new HashMap<>();
        props.forEach((key, value) -> {
            if (key.startsWith(KafkaGroup.PREFIX) && !key.equals(KafkaGroup.BOOTSTRAP_SERVERS) && value != null) {
                client.put(key.substring(KafkaGroup.PREFIX.length()), value);
            }
        });
        return new KafkaAccess((String) parsed.get(KafkaGroup.BOOTSTRAP_SERVERS), client, (Short)
                parsed.get(KafkaGroup.REPLICATION_FACTOR));
    }

    /**
     * The same for every start: should a worker that was cut off still be reading, the server ends its session when ours
     * begins under the same id.
     */
    private static long serverIdFor(String prefix) {
        CRC32 hash = new CRC32();
        hash.update(prefix.getBytes(StandardCharsets.UTF_8));
        return FIRST_SERVER_ID + hash.getValue() % (Integer.MAX_VALUE - FIRST_SERVER_ID);
    }

    public String changesTopic() {
        return topicPrefix + StreamNames.CHANGES_SUFFIX;
    }

    public String schemaHistoryTopic() {
        return topicPrefix + StreamNames.SCHEMA_HISTORY_SUFFIX;
    }

    public String runsTopic() {
        return topicPrefix() + StreamNames.RUNS_SUFFIX;
    }
}
