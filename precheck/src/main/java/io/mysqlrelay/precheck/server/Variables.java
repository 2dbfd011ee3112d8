package io.mysqlrelay.precheck.server;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A server's global variables. Which there are depends on its version. */
public final class Variables {
    private final Map<String, String> values = new HashMap<>();

    /** @param rows answer to SHOW GLOBAL VARIABLES */
    public Variables(List<String[]> rows) {
        rows.forEach(row -> values.put(row[0].toLowerCase(Locale.ROOT), row[1] == null ? "" : row[1]));
    }

    /** @return empty when the server does not have it */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @return the text, empty when the server does not have it */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value.equalsIgnoreCase(values.get(name));
    }

    /** @param ifMissing for servers that do not have it */
    public long number(String name, long ifMissing) {
        String text = values.get(name);
        return text == null || !text.matches("\\d{1,18}") ? ifMissing : Long.parseLong(text);
    }

    public Map<String, String> all() {
        return Map.copyOf(values);
    }
}
