package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.config.Configuration;
import io.debezium.config.Field;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.relational.TableId;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.ForcedSettings;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.config.SourceSettings;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our settings and Debezium's, side by side: a renamed or removed setting would otherwise silently have no effect. */
class ForcedSettingsTest {
    /** The last two are read by a superclass that does not list them. */
    private static final Set<String> DEBEZIUM = Stream.concat(
                    Arrays.stream(MySqlConnectorConfig.ALL_FIELDS.asArray()),
                    Stream.of(
                            MySqlConnectorConfig.BINARY_HANDLING_MODE, MySqlConnectorConfig.FIELD_NAME_ADJUSTMENT_MODE))
            .map(Field::name)
            .collect(Collectors.toSet());

    @Test
    void everyForcedSettingIsOneOfDebeziums() {
        assertThat(DEBEZIUM)
                .containsAll(ForcedSettings.all().stream()
                        .filter(f -> f.value() != null)
                        .map(ForcedSettings.Forced::name)
                        .toList());
    }

    @Test
    void everyForcedValueIsAcceptedByDebezium() {
        Configuration config = Configuration.from(ForcedSettings.debeziumProperties(Settings.with()));
        assertThat(config.validateAndRecord(MySqlConnectorConfig.ALL_FIELDS, message -> {}))
                .isTrue();
    }

    @Test
    void theUsersSettingsArriveAndTheKafkaSettingsOnlyWhereTheyBelong() {
        Map<String, String> debezium = ForcedSettings.debeziumProperties(Settings.with(
                "kafka.security.protocol", "SSL",
                "database.include.list", "shop",
                "max.batch.size", "100",
                "heartbeat.action.query", "INSERT INTO a.b VALUES (1)"));
        assertThat(debezium)
                .containsEntry("database.include.list", "shop")
                .containsEntry("max.batch.size", "100")
                .containsEntry("max.queue.size", "8192")
                .containsEntry("poll.interval.ms", "20")
                .containsEntry("snapshot.mode", "no_data")
                .containsEntry("schema.history.internal.kafka.topic", "shop.schema-history")
                .containsEntry("schema.history.internal.kafka.bootstrap.servers", "kafka.example:9092")
                .containsEntry("schema.history.internal.producer.security.protocol", "SSL")
                .containsEntry("schema.history.internal.consumer.security.protocol", "SSL")
                .doesNotContainKey("heartbeat.action.query")
                .doesNotContainKey("kafka.security.protocol");
    }

    @Test
    void settingsThatBothKnowHaveTheSameNames() {
        assertThat(DEBEZIUM)
                .containsAll(SourceSettings.definition().names().stream()
                        .filter(name -> Stream.of("kafka.", "start.", "full.", "precheck.")
                                        .noneMatch(name::startsWith)
                                && !Set.of("migration.types", "topic.replication.factor")
                                        .contains(name))
                        .toList());
    }

    @Test
    void bothCaptureTheSameTables() {
        List<Map<String, String>> lists = List.of(
                Map.of(),
                Map.of("database.include.list", "shop,Crm.*"),
                Map.of("database.exclude.list", "shop"),
                Map.of("table.include.list", "shop\\.c.*, crm[0-9]{1\\,2}\\.a"),
                Map.of("database.include.list", "shop", "table.exclude.list", ".*\\.orders"));
        List<TableName> tables = List.of(
                new TableName("shop", "customers"),
                new TableName("SHOP", "Orders"),
                new TableName("crm1", "a"),
                new TableName("crm123", "a"),
                new TableName("mysql", "user"),
                new TableName("sys", "x"));
        for (Map<String, String> list : lists) {
            Map<String, String> props = new HashMap<>(Settings.with());
            props.putAll(list);
            SourceConfig ours = SourceConfig.parse(props);
            MySqlConnectorConfig theirs =
                    new MySqlConnectorConfig(Configuration.from(ForcedSettings.debeziumProperties(props)));
            for (TableName table : tables) {
                boolean captured = theirs.getTableFilters()
                        .dataCollectionFilter()
                        .isIncluded(new TableId(table.database(), null, table.table()));
                assertThat(ours.captured().includes(table))
                        .as("%s %s", list, table)
                        .isEqualTo(captured);
            }
        }
    }
}
