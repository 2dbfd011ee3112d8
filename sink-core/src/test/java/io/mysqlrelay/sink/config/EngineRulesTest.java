package io.mysqlrelay.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class EngineRulesTest {
    @Test
    void defaultsAreValid() {
        Map<String, String> config = Map.of("topics", "shop.changes", "kafka.bootstrap.servers", "k:9092");
        assertThat(EngineRules.violations(config)).isEmpty();
        EngineSettings settings = EngineSettings.parse(config);
        assertThat(settings.windowRows()).isEqualTo(5_000);
        assertThat(settings.windowBytes()).isEqualTo(8 << 20);
        assertThat(settings.retryConnection()).hasHours(12);
        assertThat(settings.kafka()).isEqualTo(Map.of("bootstrap.servers", "k:9092"));
    }

    @Test
    void everyRuleNamesItsSettingAndCode() {
        Map<String, String> messages = EngineRules.violations(Map.of(
                "topics", "a,b", "tasks.max", "2", "retry.connection.minutes", "30", "retry.other.minutes", "30"));
        assertThat(messages).containsOnlyKeys("topics", "tasks.max", "retry.other.minutes");
        assertThat(messages.get("tasks.max")).contains("RELAY-1201").contains("tasks.max is 2");
        assertThat(messages.get("topics")).contains("RELAY-1202");
        assertThat(messages.get("retry.other.minutes")).contains("RELAY-1203");
        assertThat(EngineRules.violations(Map.of("topics.regex", "a.*"))).containsOnlyKeys("topics.regex");
    }

    @Test
    void validateAddsMessagesToSettingsThatConnectDefines() {
        Config result = EngineRules.validate(Map.of("topics", "a", "tasks.max", "3"), new Config(List.of()));
        assertThat(result.configValues()).singleElement().satisfies(value -> {
            assertThat(value.name()).isEqualTo("tasks.max");
            assertThat(value.errorMessages()).singleElement().asString().contains("set tasks.max to 1");
        });
    }

    @Test
    void valuesOutsideTheirRangeAreRefusedByName() {
        assertThatThrownBy(() ->
                        EngineSettings.parse(Map.of("kafka.bootstrap.servers", "k:1", "retry.connection.minutes", "5")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("retry.connection.minutes");
    }
}
