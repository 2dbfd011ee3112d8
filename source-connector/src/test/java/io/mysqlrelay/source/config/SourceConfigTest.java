package io.mysqlrelay.source.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.server.Tls;
import java.util.List;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceConfigTest {
    @Test
    void theLeastSettingsGiveAWholeMigrationFromNow() {
        SourceConfig config = SourceConfig.parse(Settings.with());
        assertThat(config.types().text()).isEqualTo("schema,full,incremental");
        assertThat(config.start()).isEmpty();
        assertThat(config.changesTopic()).isEqualTo("shop.changes");
        assertThat(config.schemaHistoryTopic()).isEqualTo("shop.schema-history");
        assertThat(config.server().port()).isEqualTo(3306);
        assertThat(config.server().tls().mode()).isEqualTo(Tls.Mode.PREFERRED);
        assertThat(config.heartbeatQuery()).isEmpty();
    }

    @Test
    void theServerIdIsTheSameForTheSamePrefixAndInMySqlsRange() {
        long id = SourceConfig.parse(Settings.with()).serverId();
        assertThat(id).isEqualTo(SourceConfig.parse(Settings.with()).serverId()).isBetween(5_400L, 2_147_483_647L);
        assertThat(SourceConfig.parse(Settings.with("topic.prefix", "other")).serverId())
                .isNotEqualTo(id);
        assertThat(SourceConfig.parse(Settings.with("database.server.id", "7")).serverId())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema",
                "schema,full",
                "schema,full,incremental",
                "full",
                "full,incremental",
                "incremental",
                " Full , Incremental "
            })
    void meaningfulTypesAreAccepted(String types) {
        String canonical = types.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        assertThat(SourceConfig.parse(Settings.with("migration.types", types))
                        .types()
                        .text())
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema,incremental", "everything", "full,full", ""})
    void otherTypesAreRefused(String types) {
        assertThatThrownBy(() -> SourceConfig.parse(Settings.with("migration.types", types)))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("RELAY-1001")
                .hasMessageContaining("migration.types");
    }

    @ParameterizedTest
    @CsvSource({
        "database.hostname, a b",
        "database.hostname, jdbc:mysql://db",
        "database.port, 70000",
        "topic.prefix, a/b",
        "database.ssl.mode, maybe",
        "database.include.list, '('",
        "start.gtid.set, abc",
        "start.binlog.file, binlog",
        "start.binlog.position, 0",
        "tombstones.on.delete, true",
        "snapshot.mode, initial",
        "decimal.handling.mode, double",
    })
    void aBadValueIsReportedOnItsSetting(String key, String value) {
        List<ConfigValue> values = SourceSettings.definition().validate(Settings.with(key, value));
        assertThat(values)
                .filteredOn(v -> !v.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactly(key);
    }

    @Test
    void clientSettingsAreTakenByKafkasOwnNames() {
        SourceConfig config = SourceConfig.parse(
                Settings.with("kafka.security.protocol", "SSL", "kafka.ssl.truststore.password", "s3cret"));
        assertThat(config.kafka().clientConfig())
                .containsEntry("bootstrap.servers", "kafka.example:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.password", "s3cret");
    }

    @Test
    void noSecretIsInATextForm() {
        SourceConfig config = SourceConfig.parse(
                Settings.with("kafka.ssl.truststore.password", "s3cret", "database.ssl.keystore.password", "s3cret"));
        assertThat(config.toString()).doesNotContain("s3cret").doesNotContain("pa55word");
    }

    @Test
    void everySettingCanBeDrawnAndExplained() {
        assertThat(SourceSettings.definition().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).as(key.name).endsWith(".");
            assertThat(key.displayName).as(key.name).isNotBlank();
            assertThat(key.group).as(key.name).isNotBlank();
        });
    }

    @Test
    void systemDatabasesAndTheRelaysOwnAreNeverCaptured() {
        CapturedObjects all = new CapturedObjects(null, null, null, null);
        assertThat(all.includesDatabase("shop")).isTrue();
        assertThat(List.of("mysql", "SYS", "information_schema", "performance_schema", "mysql_relay"))
                .noneMatch(all::includesDatabase);
        CapturedObjects some = new CapturedObjects("shop,a\\.b", null, "shop\\.(c.*),shop.x{1\\,2}", null);
        assertThat(some.includes(new TableName("Shop", "Customers"))).isTrue();
        assertThat(some.includes(new TableName("shop", "xx"))).isTrue();
        assertThat(some.includes(new TableName("shop", "orders"))).isFalse();
        assertThat(some.includes(new TableName("shop2", "c"))).isFalse();
        assertThat(some.namedDatabases()).containsExactly("shop");
    }

    @Test
    void aMisspelledSettingIsNoticed() {
        assertThat(NearMisses.of(
                        List.of(
                                "migration.type",
                                "database_hostname",
                                "transforms",
                                "value.converter",
                                "start.gtid.set"),
                        SourceSettings.definition().names()))
                .containsExactlyInAnyOrder(
                        "migration.type is not a setting; did you mean migration.types?",
                        "database_hostname is not a setting; did you mean database.hostname?");
    }
}
