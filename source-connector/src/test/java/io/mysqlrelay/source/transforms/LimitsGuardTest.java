package io.mysqlrelay.source.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.source.record.DdlRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsGuardTest {
    private static final Struct ROW = StockRecords.image(1, "a secret of 21 bytes!");

    private static LimitsGuard<SourceRecord> guard(String... settings) {
        LimitsGuard<SourceRecord> guard = new LimitsGuard<>();
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        guard.configure(map);
        return guard;
    }

    private static SourceRecord row() {
        return StockRecords.inTransaction(11).change("c", null, ROW);
    }

    private static SourceRecord keyless() {
        return StockRecords.inTransaction(11).keyless("c", null, ROW);
    }

    private static SourceRecord statement(String sql) {
        return StockRecords.inTransaction(11).at(0, 0).statement(sql);
    }

    /** As the relay's own source sends it. */
    private static SourceRecord ownStatement(String sql) {
        Struct value = new DdlRecord(
                        DdlRecord.INCREMENTAL_PHASE,
                        "db",
                        sql.getBytes(StandardCharsets.UTF_8),
                        "utf8mb4",
                        sql,
                        Map.of("sql_mode", "ANSI_QUOTES"),
                        List.of(new TableName("db", "t")),
                        1,
                        0,
                        null)
                .struct();
        return new SourceRecord(Map.of(), Map.of(), "shop.changes", 0, null, null, value.schema(), value);
    }

    private static String mark(SourceRecord record) {
        Header header = record.headers().lastWithName(StreamNames.REFUSED_HEADER);
        return header == null ? null : (String) header.value();
    }

    @Test
    void whatIsWithinTheLimitsPassesAsItIs() {
        LimitsGuard<SourceRecord> guard = guard("keyless.tables", "fail", "large.rows", "fail");
        SourceRecord row = row();
        assertThat(guard.apply(row)).isSameAs(row);
        SourceRecord tombstone = StockRecords.inTransaction(11).tombstone();
        assertThat(guard.apply(tombstone)).isSameAs(tombstone);
        SourceRecord statement = statement("CREATE TABLE t (id INT PRIMARY KEY)");
        assertThat(guard.apply(statement)).isSameAs(statement);
    }

    @Test
    void tablesWithoutAKeyAreTreatedAsThePolicySays() {
        assertThatThrownBy(() -> guard("keyless.tables", "fail").apply(keyless()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("RELAY-3041 table db.t")
                .hasMessageNotContaining("secret");
        SourceRecord warned = keyless();
        assertThat(guard().apply(warned)).isSameAs(warned);
        SourceRecord marked = guard("keyless.tables", "errant").apply(keyless());
        assertThat(mark(marked)).isEqualTo("RELAY-3041 table db.t");
        assertThat(marked.value()).isEqualTo(keyless().value());
        assertThat(marked.sourceOffset()).isEqualTo(keyless().sourceOffset());
        SourceRecord ignored = keyless();
        assertThat(guard("keyless.tables", "ignore").apply(ignored)).isSameAs(ignored);
    }

    @Test
    void theRelaysOwnRecordsHaveNoKeyAndTheirDefinitionsTell() {
        SourceRecord own = keyless();
        own.headers().addString(StreamNames.IDENTITY_HEADER, "1-a/1/0/b.1:4");
        assertThat(guard("keyless.tables", "fail").apply(own)).isSameAs(own);
        for (String sql : List.of(
                "CREATE TABLE t (\"a\" INT, UNIQUE (\"a\"))",
                "ALTER TABLE t DROP PRIMARY KEY",
                "CREATE TABLE t (a INT)")) {
            assertThatThrownBy(() -> guard("keyless.tables", "fail").apply(ownStatement(sql)))
                    .as(sql)
                    .hasMessageContaining("RELAY-3041 table [db.t]");
            assertThatThrownBy(() -> guard("keyless.tables", "errant").apply(ownStatement(sql)))
                    .as(sql)
                    .hasMessageContaining("RELAY-3041");
        }
        SourceRecord keyed = ownStatement("CREATE TABLE t (a INT NOT NULL UNIQUE)");
        assertThat(guard("keyless.tables", "fail").apply(keyed)).isSameAs(keyed);
        SourceRecord moved = ownStatement("ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b)");
        assertThat(guard("keyless.tables", "fail").apply(moved)).isSameAs(moved);
    }

    @Test
    void largeRowsAreMeasuredAsBytes() {
        SourceRecord fits = row();
        assertThat(guard("large.rows", "fail", "large.rows.bytes", "29").apply(fits))
                .isSameAs(fits);
        assertThatThrownBy(() ->
                        guard("large.rows", "fail", "large.rows.bytes", "28").apply(row()))
                .hasMessageContaining("RELAY-3042 table db.t: an image of 29 bytes, more than large.rows.bytes=28")
                .hasMessageNotContaining("secret");
        SourceRecord euro = StockRecords.inTransaction(11).change("c", null, StockRecords.image(1, "€€"));
        assertThat(mark(guard("large.rows", "errant", "large.rows.bytes", "13").apply(euro)))
                .startsWith("RELAY-3042 ");
        SourceRecord headers = row();
        headers.headers().addString("relay.value.after.1", "_" + "AAAA".repeat(100));
        assertThat(mark(guard("large.rows", "errant", "large.rows.bytes", "300").apply(headers)))
                .startsWith("RELAY-3042 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "partition_rows | ALTER TABLE t DROP PARTITION p",
                "change_primary_key | ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (b)",
                "change_column | ALTER TABLE t MODIFY c BIGINT",
                "rename_column | ALTER TABLE t CHANGE c d BIGINT",
                "rename_table | ALTER TABLE t RENAME u",
                "create_table_select | CREATE TABLE t AS SELECT 1",
                "event | CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t",
                "drop_table | DROP TABLE t"
            })
    void statementsOfTheNamedKindsAreRefused(String kind, String sql) {
        assertThatThrownBy(() -> guard("refused.statements.kinds", kind).apply(statement(sql)))
                .hasMessageContaining("RELAY-3043");
        assertThatThrownBy(() -> guard("refused.statements.kinds", kind).apply(ownStatement(sql)))
                .hasMessageContaining("RELAY-3043");
        SourceRecord other = statement(sql);
        assertThat(guard("refused.statements.kinds", "alter_database").apply(other))
                .isSameAs(other);
        assertThat(guard("refused.statements.kinds", kind, "refused.statements", "warn")
                        .apply(other))
                .isSameAs(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t COMMENT='x'",
                "ALTER TABLE t MODIFY c INT COMMENT 'x'",
                "ALTER TABLE t ADD c INT COMMENT 'x'"
            })
    void statementsAboutCommentsAreFound(String sql) {
        assertThatThrownBy(() -> guard("comment.statements", "fail").apply(statement(sql)))
                .hasMessageContaining("RELAY-3044");
        SourceRecord plain = statement("ALTER TABLE t ADD c INT /* COMMENT 'x' */");
        assertThat(guard("comment.statements", "fail").apply(plain)).isSameAs(plain);
    }

    @Test
    void tablesAreCountedWhileTheyExist() {
        LimitsGuard<SourceRecord> guard = guard("many.tables", "fail", "tables.limit", "2");
        guard.apply(statement("CREATE TABLE a (id INT PRIMARY KEY)"));
        guard.apply(row());
        guard.apply(row());
        guard.apply(statement("DROP TABLE a"));
        guard.apply(statement("CREATE TABLE b (id INT PRIMARY KEY)"));
        guard.apply(statement("RENAME TABLE b TO c"));
        assertThatThrownBy(() -> guard.apply(statement("CREATE TABLE d (id INT PRIMARY KEY)")))
                .hasMessageContaining("RELAY-3045 table db.d is one more than tables.limit=2");
    }

    /** Connect, with errors.tolerance=all, leaves out the record that fails and goes on. */
    @Test
    void nothingPassesBehindTheFirstFailure() {
        LimitsGuard<SourceRecord> guard = guard("keyless.tables", "fail");
        assertThatThrownBy(() -> guard.apply(keyless())).hasMessageContaining("RELAY-3041");
        assertThatThrownBy(() -> guard.apply(row())).hasMessageContaining("RELAY-3041");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> guard("refused.statements", "errant")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> guard("many.tables", "errant")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> guard("refused.statements.kinds", "nonsense")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> guard("large.rows.bytes", "0")).isInstanceOf(ConfigException.class);
    }
}
