package io.mysqlrelay.sink.adb.sql;

/** Texts as fields of lines that are kept in the relay's own tables. */
public final class Lines {
    private Lines() {}

    /** @return the text without tabs and line ends */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    /** The opposite of {@link #escaped}. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                c = text.charAt(i) == 't' ? '\t' : text.charAt(i) == 'n' ? '\n' : '\\';
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
