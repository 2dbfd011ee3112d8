package io.mysqlrelay.sink.adb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.table.TableRule;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class TableRulesTest {
    private static Map<String, String> settings(String... pairs) {
        Map<String, String> settings = new HashMap<>(Map.of("adb.tables", "o", "adb.tables.o.table", "shop.orders"));
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put("adb.tables.o." + pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    @Test
    void aTableIsFoundWhateverTheCaseOfItsName() {
        TableRules rules =
                TableRules.parse(settings("primary.key", "id, at", "column.types", "a:DECIMAL(10,2), b: VARCHAR"));
        TableRule rule = rules.of(new TableName("Shop", "ORDERS"));
        assertThat(rule.primaryKey()).containsExactly("id", "at");
        assertThat(rule.types().get("a").sql()).isEqualTo("DECIMAL(10,2)");
        assertThat(rules.of(new TableName("shop", "other")).primaryKey()).isEmpty();
    }

    @Test
    void mistakesNameTheSetting() {
        refused("adb.tables.o.colour", settings("colour", "red"));
        refused("adb.tables.o.type", settings("type", "small"));
        refused("adb.tables.o.type", settings("type", "broadcast", "distribution.key", "id"));
        refused("adb.tables.o.partition.rule", settings("partition.rule", "day"));
        refused("adb.tables.o.partition.rule", settings("partition.key", "at", "partition.rule", "hourly"));
        refused("adb.tables.o.partition.lifecycle", settings("partition.key", "at", "partition.lifecycle", "0"));
        refused("adb.tables.o.storage.policy", settings("storage.policy", "warm"));
        refused("adb.tables.o.storage.hot.partitions", settings("storage.policy", "mixed"));
        refused("adb.tables.o.column.types", settings("column.types", "a"));
        refused("adb.tables.o.column.types", settings("column.types", "a:VARCHAR, a:BIGINT"));
        refused("adb.tables.o.column.types", settings("column.types", "a:DECIMAL(x,2)"));
        refused("adb.tables.o.column.types", settings("column.types", "a:DECIMAL(99999999999)"));
        refused("adb.tables.o.column.types", settings("column.types", "a:DECIMAL(1,2,3)"));
        refused("adb.tables.o.table", Map.of("adb.tables", "o"));
        refused("adb.tables.p.table", Map.of("adb.tables.p.table", "a.b"));
    }

    private static void refused(String setting, Map<String, String> settings) {
        assertThatThrownBy(() -> TableRules.parse(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(setting);
    }
}
