package io.mysqlrelay.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    @ParameterizedTest
    @CsvSource({
        "tasks.max, 2",
        "errors.tolerance, all",
        "gtid.source.includes, abc",
        "column.exclude.list, shop.customer.email",
        "column.mask.hash.SHA-256.with.salt.x, y",
        "schema.history.internal.kafka.topic, other",
        "topic.naming.strategy, x.Y",
        "kafka.ssl.keystore.key, secretkey",
        "max.queue.size, 2048",
        "start.gtid.set, 3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5",
    })
    void aSettingThatBreaksAGuaranteeIsRefusedOnItself(String key, String value) {
        assertThat(SettingRules.violations(Settings.with(key, value)))
                .extracting(Violation::setting)
                .containsExactly(key);
    }

    @Test
    void theLeastSettingsBreakNoRule() {
        assertThat(SettingRules.violations(Settings.with())).isEmpty();
        assertThat(SettingRules.violations(Settings.with("tasks.max", "1", "errors.tolerance", "none")))
                .isEmpty();
    }

    @Test
    void jsonWithoutSchemasIsRefused() {
        assertThat(SettingRules.violations(Settings.with(
                        "value.converter",
                        "org.apache.kafka.connect.json.JsonConverter",
                        "value.converter.schemas.enable",
                        "false")))
                .extracting(Violation::setting)
                .containsExactly("value.converter.schemas.enable");
    }

    @Test
    void aStartInTheBinlogNeedsFileAndPositionAndIncrementalAlone() {
        assertThat(SettingRules.violations(
                        Settings.with("migration.types", "incremental", "start.binlog.file", "binlog.000001")))
                .extracting(Violation::setting)
                .containsExactly("start.binlog.position");
        assertThat(SettingRules.violations(Settings.with(
                        "migration.types",
                        "full,incremental",
                        "start.binlog.file",
                        "binlog.000001",
                        "start.binlog.position",
                        "4")))
                .extracting(Violation::setting)
                .containsExactly("start.binlog.file");
        assertThat(SettingRules.violations(Settings.with(
                        "migration.types",
                        "incremental",
                        "start.binlog.file",
                        "binlog.000001",
                        "start.binlog.position",
                        "4")))
                .isEmpty();
    }

    @Test
    void includingAndExcludingAtOnceIsRefused() {
        assertThat(SettingRules.violations(Settings.with("table.include.list", "a.b", "table.exclude.list", "a.c")))
                .extracting(Violation::setting)
                .containsExactly("table.exclude.list");
    }

    @Test
    void noRuleRepeatsAValue() {
        assertThat(SettingRules.violations(
                        Settings.with("kafka.ssl.keystore.key", "secretkey", "converters", "secretkey")))
                .hasSize(2)
                .noneMatch(v -> v.toString().contains("secretkey"));
    }
}
