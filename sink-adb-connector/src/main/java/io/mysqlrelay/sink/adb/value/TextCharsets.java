package io.mysqlrelay.sink.adb.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;

/** Text in MySQL's character sets as Java text: AnalyticDB knows UTF-8 alone. */
public final class TextCharsets {
    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("gb2312", "GB2312"),
            Map.entry("gbk", "x-mswin-936"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ucs2", "UTF-16BE"),
            Map.entry("utf16", "UTF-16BE"),
            Map.entry("utf16le", "UTF-16LE"),
            Map.entry("utf32", "UTF-32BE"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf8mb3", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"));

    private TextCharsets() {}

    /** Decodes bytes of one character set. Thread-safe. */
    @FunctionalInterface
    interface Decoder {
        /** @throws ValueRefused if the bytes are no text */
        String decode(byte[] bytes);
    }

    /** @return whether text in the character set can be decoded here */
    public static boolean known(String mysqlName) {
        return of(mysqlName) != null;
    }

    /** @return null when the character set cannot be decoded here */
    static Decoder of(String mysqlName) {
        String name = mysqlName.toLowerCase(Locale.ROOT);
        Decoder single = SingleByteCharsets.of(name);
        if (single != null) {
            return single;
        }
        Decoder mixed = MultiByteCharsets.of(name);
        if (mixed != null) {
            return mixed;
        }
        String java = JAVA_NAMES.get(name);
        if (java == null || !Charset.isSupported(java)) {
            return null;
        }
        Charset charset = Charset.forName(java);
        return bytes -> {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw noText(name);
            }
        };
    }

    static ValueRefused noText(String name) {
        return new ValueRefused("bytes that are no text in the character set " + name);
    }
}
