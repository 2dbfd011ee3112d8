package io.mysqlrelay.core.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlModesTest {
    /** Bits as MySQL 8.0 writes them into QUERY events. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "ANSI_QUOTES | 4",
                "REAL_AS_FLOAT | 1",
                "NO_AUTO_VALUE_ON_ZERO | 524288",
                "no_backslash_escapes | 1048576",
                "STRICT_TRANS_TABLES | 2097152",
                "STRICT_ALL_TABLES | 4194304",
                "PAD_CHAR_TO_FULL_LENGTH | 2147483648",
                "ANSI_QUOTES, STRICT_ALL_TABLES | 4194308",
                "ONLY_FULL_GROUP_BY | 0"
            })
    void namesAndNumbersAreAlike(String names, long bits) {
        assertThat(SqlModes.parse(names)).isEqualTo(SqlModes.parse(Long.toString(bits)));
    }

    @Test
    void combinationsAreWhatTheyStandFor() {
        assertThat(SqlModes.parse("TRADITIONAL").strict()).isTrue();
        assertThat(SqlModes.parse("ANSI").ansiQuotes()).isTrue();
        assertThat(SqlModes.parse("ANSI").realAsFloat()).isTrue();
        assertThat(SqlModes.parse("ANSI").strict()).isFalse();
    }

    @Test
    void eachFlagIsItsOwn() {
        SqlModes all = SqlModes.parse("ALLOW_INVALID_DATES,PAD_CHAR_TO_FULL_LENGTH,NO_AUTO_VALUE_ON_ZERO");

        assertThat(all.padCharToFullLength()).isTrue();
        assertThat(all.noAutoValueOnZero()).isTrue();
        assertThat(all.strict() || all.ansiQuotes() || all.noBackslashEscapes() || all.realAsFloat())
                .isFalse();
        assertThat(SqlModes.parse(null)).isEqualTo(SqlModes.DEFAULT);
        assertThat(SqlModes.parse(" ")).isEqualTo(SqlModes.DEFAULT);
    }
}
