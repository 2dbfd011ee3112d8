package io.mysqlrelay.sink.decode;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.DataException;

/** Reads a JSON array of strings, the form of ENUM and SET members (RFC 8259, sections 5 and 7). */
final class JsonStrings {
    private final String text;
    private int at;

    private JsonStrings(String text) {
        this.text = text;
    }

    static List<String> parse(String text) {
        JsonStrings json = new JsonStrings(text);
        List<String> strings = new ArrayList<>();
        json.expect('[');
        if (json.peek() != ']') {
            strings.add(json.string());
            while (json.peek() == ',') {
                json.expect(',');
                strings.add(json.string());
            }
        }
        json.expect(']');
        return List.copyOf(strings);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return next(0);
    }

    private char next(int ahead) {
        if (at + ahead >= text.length()) {
            throw new DataException("unfinished JSON array");
        }
        return text.charAt(at + ahead);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new DataException("not a JSON array of strings");
        }
        at++;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = next(0); c != '"'; c = next(0)) {
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = next(0);
        at++;
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> utf16Unit();
            default -> c;
        };
    }

    private char utf16Unit() {
        next(3);
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
}
