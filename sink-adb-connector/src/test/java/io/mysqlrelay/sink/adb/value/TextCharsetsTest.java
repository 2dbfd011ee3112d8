package io.mysqlrelay.sink.adb.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts are those that MySQL 8.0.33 gave for CONVERT(... USING utf8mb4). */
class TextCharsetsTest {
    @ParameterizedTest
    @CsvSource({
        "latin1, 80E981, 20AC.E9.81",
        "cp866, 41FCFD, 41.207F.B2",
        "koi8u, 95, 2022",
        "greek, A1C1, 2BD.391",
        "dec8, A8E9, A4.E9",
        "swe7, 41, 41",
        "big5, A4A4F9D662, 4E2D.7881.62",
        "sjis, 93FA815F5C, 65E5.5C.5C",
        "sjis, B1DF61, FF71.FF9F.61",
        "ujis, C6FCA1C08EB18FB0A161, 65E5.5C.FF71.4E02.61",
        "gb18030, D6D0813081306181, ",
        "gb18030, D6D08130813061, 4E2D.80.61",
        "gbk, D6D0815C, 4E2D.4E57",
        "utf16, D83DDE000061, 1F600.61",
    })
    void arriveAsTheServerReadsThem(String charset, String bytes, String codePoints) {
        if (codePoints == null) {
            assertThatThrownBy(() -> TextCharsets.of(charset).decode(hex(bytes)))
                    .isInstanceOf(ValueRefused.class);
            return;
        }
        StringBuilder found = new StringBuilder();
        TextCharsets.of(charset)
                .decode(hex(bytes))
                .codePoints()
                .forEach(c -> found.append(found.length() == 0 ? "" : ".")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT)));
        assertThat(found.toString()).isEqualTo(codePoints);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp1251 98", "hebrew A1", "ascii 80", "ujis 8F", "sjis 81"})
    void bytesThatAreNoCharactersAreRefused(String text) {
        String[] words = text.split(" ");
        assertThatThrownBy(() -> TextCharsets.of(words[0]).decode(hex(words[1])))
                .isInstanceOf(ValueRefused.class);
    }

    @Test
    void ofAnUnknownCharacterSetThereIsNoDecoder() {
        assertThat(TextCharsets.of("klingon")).isNull();
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }
}
