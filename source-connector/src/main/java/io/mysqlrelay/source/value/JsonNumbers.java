package io.mysqlrelay.source.value;

/** Numbers inside a JSON text, made such that a MySQL server reads every double bit for bit. */
final class JsonNumbers {
    private final String text;
    private StringBuilder changed;
    private int copied;

    private JsonNumbers(String text) {
        this.text = text;
    }

    /** @return the text itself when nothing had to change */
    static String exact(String text) {
        return new JsonNumbers(text).exact();
    }

    private String exact() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at = behindString(at);
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                at = number(at);
            } else {
                at++;
            }
        }
        return changed == null
                ? text
                : changed.append(text, copied, text.length()).toString();
    }

    private int behindString(int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int number(int start) {
        boolean whole = true;
        int end = start;
        while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
            whole &= ".eE".indexOf(text.charAt(end)) < 0;
            end++;
        }
        if (!whole) {
            String number = text.substring(start, end);
            String exact = ServerJsonNumber.exact(number);
            if (!exact.equals(number)) {
                changed = changed == null ? new StringBuilder(text.length() + 16) : changed;
                changed.append(text, copied, start).append(exact);
                copied = end;
            }
        }
        return end;
    }
}
