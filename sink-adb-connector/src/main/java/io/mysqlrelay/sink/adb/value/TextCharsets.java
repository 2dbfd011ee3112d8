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
            Map.entry("ascii", "US-ASCII"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("cp866", "IBM866"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("macce", "x-MacCentralEurope"),
            Map.entry("tis620", "TIS-620"),
            Map.entry("gb2312", "GB2312"),
            Map.entry("gbk", "GBK"),
            Map.entry("gb18030", "GB18030"),
            Map.entry("big5", "Big5"),
            Map.entry("sjis", "Shift_JIS"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("eucjpms", "x-eucJP-Open"),
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
        if (name.equals("latin1")) {
            return TextCharsets::latin1;
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
                throw new ValueRefused("bytes that are no text in the character set " + name);
            }
        };
    }

    /** MySQL's latin1 is windows-1252, with the five codes that this lacks standing for control characters. */
    private static String latin1(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int code = bytes[i] & 0xff;
            text[i] = code >= 0x80 && code < 0xa0 ? HIGH.charAt(code - 0x80) : (char) code;
        }
        return new String(text);
    }

    private static final String HIGH = "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
            + "\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d"
            + "\u017e\u0178";
}
