package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryEventDeserializerTest {
    private static final Collations COLLATIONS = new Collations(Map.of(
            8, new Collations.Collation("latin1_swedish_ci", "latin1"),
            255, new Collations.Collation("utf8mb4_0900_ai_ci", "utf8mb4")));

    private final ByteArrayOutputStream status = new ByteArrayOutputStream();

    @Test
    void everyVariableIsReadInItsOwnLength() throws Exception {
        number(0, 4, 1 << 26);
        number(1, 8, 4);
        bytes(6, "\3std");
        number(3, 4, 5 | 2 << 16);
        number(4, 6, 8 | 255L << 16 | 255L << 32);
        bytes(5, "\6+03:00");
        number(7, 2, 4);
        number(8, 2, 8);
        number(9, 8, 7);
        bytes(12, "\2a\0b\0");
        number(13, 3, 500_000);
        number(16, 1, 1);
        number(17, 8, 99);
        number(18, 2, 255);
        number(19, 1, 1);
        number(20, 1, 0);
        QueryEvent event = read("db", "ALTER TABLE t ADD c INT".getBytes(StandardCharsets.US_ASCII));
        assertThat(event.getDatabase()).isEqualTo("db");
        assertThat(event.getThreadId()).isEqualTo(77);
        StatusVariables variables = event.variables();
        assertThat(variables.updatedDatabases).isEqualTo(List.of("a", "b"));
        assertThat(variables.requirePrimaryKey).isTrue();
        assertThat(variables.defaultTableEncryption).isFalse();
        assertThat(SessionVariables.of(variables, 1_000, COLLATIONS, "+08:00", "de_DE"))
                .containsEntry("sql_mode", "4")
                .containsEntry("character_set_client", "latin1")
                .containsEntry("collation_connection", "utf8mb4_0900_ai_ci")
                .containsEntry("collation_server", "utf8mb4_0900_ai_ci")
                .containsEntry("collation_database", "latin1_swedish_ci")
                .containsEntry("time_zone", "+03:00")
                .containsEntry("timestamp", "1000.500000")
                .containsEntry("foreign_key_checks", "0")
                .containsEntry("unique_checks", "1")
                .containsEntry("auto_increment_increment", "5")
                .containsEntry("auto_increment_offset", "2")
                .containsEntry("lc_time_names", "de_DE")
                .containsEntry("explicit_defaults_for_timestamp", "1")
                .containsEntry("default_collation_for_utf8mb4", "utf8mb4_0900_ai_ci")
                .doesNotContainKey("system_time_zone");
        variables.timeZone = "SYSTEM";
        assertThat(SessionVariables.of(variables, 1_000, COLLATIONS, "+08:00", null))
                .containsEntry("time_zone", "SYSTEM")
                .containsEntry("system_time_zone", "+08:00");
        assertThat(SessionVariables.of(variables, 1_000, COLLATIONS, null, null))
                .doesNotContainKey("system_time_zone");
    }

    @Test
    void anUnknownVariableEndsTheReadingAndKeepsWhatWasRead() throws Exception {
        number(1, 8, 12);
        number(99, 4, 1);
        number(0, 4, 0);
        QueryEvent event = read("", new byte[] {'X'});
        assertThat(event.variables().sqlMode).isEqualTo(12);
        assertThat(event.variables().flags2).isNull();
        assertThat(event.variables().foreignKeyChecks()).isNull();
    }

    @Test
    void theStatementKeepsItsBytesAndIsDecodedByItsOwnCharacterSet() throws Exception {
        byte[] latin1 = "CREATE TABLE é (id INT)".getBytes(StandardCharsets.ISO_8859_1);
        QueryEvent event = read("größe", latin1);
        assertThat(event.statement()).isEqualTo(latin1);
        assertThat(event.getDatabase()).isEqualTo("größe");
        assertThat(StatementText.decode(event.statement(), "latin1", 8)).isEqualTo("CREATE TABLE é (id INT)");
        byte[] utf8 = "CREATE TABLE é".getBytes(StandardCharsets.UTF_8);
        assertThat(StatementText.decode(utf8, "utf8mb4", 255)).isEqualTo("CREATE TABLE é");
    }

    private void number(int code, int length, long value) {
        status.write(code);
        for (int i = 0; i < length; i++) {
            status.write((int) (value >> (8 * i)));
        }
    }

    private void bytes(int code, String text) throws IOException {
        status.write(code);
        status.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private QueryEvent read(String database, byte[] statement) throws IOException {
        byte[] name = database.getBytes(StandardCharsets.UTF_8);
        ByteBuffer event = ByteBuffer.allocate(13 + status.size() + name.length + 1 + statement.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        event.putInt(77).putInt(0).put((byte) name.length).putShort((short) 0).putShort((short) status.size());
        event.put(status.toByteArray()).put(name).put((byte) 0).put(statement);
        return (QueryEvent) new QueryEventDeserializer().deserialize(new ByteArrayInputStream(event.array()));
    }
}
