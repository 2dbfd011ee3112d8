package io.mysqlrelay.sink.adb.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Character sets that Java decodes, but for some characters that MySQL has and it has not, or has as others. */
final class MultiByteCharsets {
    private static final int HEXADECIMAL = 16;
    private static final int BYTE = 8;
    private static final Map<String, TextCharsets.Decoder> DECODERS = read();

    private MultiByteCharsets() {}

    /** @return null when there is none of the name */
    static TextCharsets.Decoder of(String name) {
        return DECODERS.get(name);
    }

    /**
     * One character set.
     *
     * @param others characters by their bytes, first byte highest
     */
    private record Mixed(String name, Charset java, Map<Integer, Character> others) implements TextCharsets.Decoder {
        @Override
        public String decode(byte[] bytes) {
            StringBuilder text = new StringBuilder(bytes.length);
            int begin = 0;
            int at = 0;
            while (at < bytes.length) {
                int length = Math.min(length(bytes, at), bytes.length - at);
                Character other = bytes[at] < 0 ? others.get(code(bytes, at, length)) : null;
                if (other != null) {
                    byJava(bytes, begin, at, text);
                    text.append(other.charValue());
                    begin = at + length;
                }
                at += length;
            }
            byJava(bytes, begin, at, text);
            return text.toString();
        }

        private void byJava(byte[] bytes, int from, int to, StringBuilder text) {
            if (from == to) {
                return;
            }
            try {
                text.append(java.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, to - from)));
            } catch (CharacterCodingException e) {
                throw TextCharsets.noText(name);
            }
        }

        /** How many bytes the character has that begins there. */
        private int length(byte[] bytes, int at) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80 || first == 0x80 || first == 0xFF) {
                return 1;
            }
            return switch (name) {
                case "tis620" -> 1;
                case "sjis" -> first >= 0xA0 && first <= 0xDF ? 1 : 2;
                case "ujis", "eucjpms" -> first == 0x8F ? 3 : first == 0x8E || first >= 0xA1 ? 2 : 1;
                case "gb18030" -> at + 1 < bytes.length && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39 ? 4 : 2;
                default -> 2;
            };
        }

        private static int code(byte[] bytes, int at, int length) {
            int code = 0;
            for (int i = 0; i < length; i++) {
                code = (code << BYTE) | (bytes[at + i] & 0xFF);
            }
            return code;
        }
    }

    private static Map<String, TextCharsets.Decoder> read() {
        Map<String, TextCharsets.Decoder> decoders = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                MultiByteCharsets.class.getResourceAsStream("multi-byte-charsets.txt"), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (line.startsWith("#") || !Charset.isSupported(words[1])) {
                    continue;
                }
                Map<Integer, Character> others = new HashMap<>();
                for (int i = 2; i < words.length; i++) {
                    String[] pair = words[i].split(":");
                    others.put(Integer.parseInt(pair[0], HEXADECIMAL), (char) Integer.parseInt(pair[1], HEXADECIMAL));
                }
                decoders.put(words[0], new Mixed(words[0], Charset.forName(words[1]), others));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of character sets cannot be read", e);
        }
        return decoders;
    }
}
