package io.mysqlrelay.sink.adb.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Character sets of one byte per character. Java lacks some of them, and has other characters in some places of others. */
final class SingleByteCharsets {
    private static final int BYTES = 256;
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;
    private static final Map<String, char[]> MAPS = read();

    private SingleByteCharsets() {}

    /** @return null when there is none of the name */
    static TextCharsets.Decoder of(String name) {
        char[] map = MAPS.get(name);
        return map == null ? null : bytes -> decode(bytes, map, name);
    }

    private static String decode(byte[] bytes, char[] map, String name) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = map[bytes[i] & 0xFF];
            if (text[i] == 0 && bytes[i] != 0) {
                throw TextCharsets.noText(name);
            }
        }
        return new String(text);
    }

    private static Map<String, char[]> read() {
        Map<String, char[]> maps = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SingleByteCharsets.class.getResourceAsStream("single-byte-charsets.txt"), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int blank = line.indexOf(' ');
                    maps.put(line.substring(0, blank), map(line.substring(blank + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of character sets cannot be read", e);
        }
        return maps;
    }

    private static char[] map(String hex) {
        char[] map = new char[BYTES];
        for (int i = 0; i < BYTES; i++) {
            map[i] = (char) Integer.parseInt(hex.substring(i * DIGITS, (i + 1) * DIGITS), HEXADECIMAL);
        }
        return map;
    }
}
