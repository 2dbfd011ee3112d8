package io.mysqlrelay.testkit.adb.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackingDialectTest {
    @Test
    void theServersVersionDecides() {
        assertThat(BackingDialect.of("8.0.12")).isEqualTo(new BackingDialect(false, "utf8mb4_bin"));
        assertThat(BackingDialect.of("8.0.13")).isEqualTo(new BackingDialect(true, "utf8mb4_bin"));
        assertThat(BackingDialect.of("8.0.33-log")).isEqualTo(new BackingDialect(true, "utf8mb4_0900_bin"));
        assertThat(BackingDialect.of("8.4.0")).isEqualTo(new BackingDialect(true, "utf8mb4_0900_bin"));
    }

    @Test
    void textsShareTheKey() {
        BackingDialect dialect = BackingDialect.of("8.0.33");
        ColumnFacts text = column("a", AdbType.Kind.VARCHAR, null);
        ColumnFacts bytes = column("b", AdbType.Kind.BINARY, null);
        List<ColumnFacts> key = List.of(text, bytes, column("c", AdbType.Kind.BIGINT, null));
        assertThat(dialect.column(text, key)).startsWith("`a` VARCHAR(381) ").endsWith(" NOT NULL");
        assertThat(dialect.column(bytes, key)).isEqualTo("`b` VARBINARY(1526) NOT NULL");
    }

    /** Before 8.0.13 a long text has no default. */
    @Test
    void aTextWithADefaultIsShortOnAnOldServer() {
        ColumnFacts text = column("a", AdbType.Kind.VARCHAR, "it's");
        assertThat(BackingDialect.of("8.0.12").column(text, List.of()))
                .isEqualTo("`a` VARCHAR(1024) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL DEFAULT 'it''s'");
        assertThat(BackingDialect.of("8.0.33").column(text, List.of()))
                .isEqualTo("`a` LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL DEFAULT ('it''s')");
    }

    /** The information schema of the server garbles other characters of a text in an expression. */
    @Test
    void aDefaultBeyondAsciiIsWrittenInBytes() {
        ColumnFacts text = column("a", AdbType.Kind.VARCHAR, "\u00c3\u00a9");
        assertThat(BackingDialect.of("8.0.33").column(text, List.of()))
                .endsWith(" DEFAULT (CONVERT(0xc3a9 USING utf8mb4))");
        assertThat(BackingDialect.of("8.0.12").column(text, List.of())).endsWith(" DEFAULT '\u00c3\u00a9'");
    }

    @Test
    void typesOfTheBackingServerAreReadBack() {
        assertThat(AdbType.ofBacking("tinyint(1)").text()).isEqualTo("boolean");
        assertThat(AdbType.ofBacking("tinyint(4)").text()).isEqualTo("tinyint");
        assertThat(AdbType.ofBacking("tinyint").text()).isEqualTo("tinyint");
        assertThat(AdbType.ofBacking("bigint(20)").text()).isEqualTo("bigint");
        assertThat(AdbType.ofBacking("decimal(20,3)").text()).isEqualTo("decimal(20, 3)");
        assertThat(AdbType.ofBacking("varbinary(1526)").text()).isEqualTo("binary");
        assertThat(AdbType.ofBacking("datetime(3)").text()).isEqualTo("datetime");
    }

    private static ColumnFacts column(String name, AdbType.Kind kind, String constant) {
        return new ColumnFacts(name, AdbType.of(kind), true, constant, false, false, "");
    }
}
