package io.mysqlrelay.sink.adb.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.Golden;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import org.junit.jupiter.api.Test;

class ShownTableTest {
    private static final TableName NAME = new TableName("shop", "t");

    @Test
    void readsWhatTheClusterPrints() {
        AdbTable table = ShownTable.read(NAME, """
                Create Table `t` (
                 `id` bigint NOT NULL COMMENT 'the, (key)',
                 `price` decimal(10, 2) NOT NULL DEFAULT '1.50',
                 `at` datetime DEFAULT CURRENT_TIMESTAMP,
                 `name` varchar(255),
                 `raw` varbinary,
                 PRIMARY KEY (`id`,`at`)
                ) DISTRIBUTE BY HASH(`id`) PARTITION BY VALUE(DATE_FORMAT(`at`, '%Y%m%d')) LIFECYCLE 30 INDEX_ALL='Y'\
                 STORAGE_POLICY='MIXED' HOT_PARTITION_COUNT=3 ENGINE='XUANWU' TABLE_PROPERTIES='{"format":"columnstore"}' COMMENT='all'""");
        assertThat(table.key()).containsExactly("id", "at");
        assertThat(table.distribution()).containsExactly("id");
        assertThat(table.options())
                .isEqualTo(
                        "PARTITION BY VALUE(DATE_FORMAT(`at`, '%Y%m%d')) LIFECYCLE 30 STORAGE_POLICY='MIXED' HOT_PARTITION_COUNT=3");
        assertThat(table.comment()).isEqualTo("all");
        assertThat(table.columns())
                .extracting(AdbColumn::sql)
                .containsExactly(
                        "`id` BIGINT NOT NULL COMMENT 'the, (key)'",
                        "`price` DECIMAL(10,2) NOT NULL DEFAULT 1.50",
                        "`at` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP",
                        "`name` VARCHAR",
                        "`raw` BINARY");
        Golden.parses(table.createStatement());
    }

    @Test
    void knowsBroadcastAndTheHiddenKey() {
        assertThat(ShownTable.read(NAME, "CREATE TABLE `t` (`a` int, PRIMARY KEY (`a`)) DISTRIBUTED BY BROADCAST")
                        .distribution())
                .isEmpty();
        AdbTable keyless = ShownTable.read(
                NAME,
                "CREATE TABLE `t` (`__adb_auto_id__` bigint AUTO_INCREMENT, `a` int, PRIMARY KEY"
                        + " (`__adb_auto_id__`)) DISTRIBUTE BY HASH(`__adb_auto_id__`) INDEX_ALL='Y'");
        assertThat(keyless.key()).isEmpty();
        assertThat(keyless.columns()).hasSize(1);
    }

    @Test
    void anotherFormIsNotGuessedAt() {
        assertThatThrownBy(() -> ShownTable.read(NAME, "CREATE TABLE `t` (`a` int)"))
                .hasMessageContaining("RELAY-4067");
        assertThatThrownBy(() -> ShownTable.read(NAME, "CREATE VIEW `t` AS SELECT 1"))
                .hasMessageContaining("RELAY-4067");
    }
}
