package io.mysqlrelay.source.value;

import java.util.List;

/** The members of an ENUM or SET column as a schema parameter. */
final class Members {
    private Members() {}

    /** @return a JSON array of strings in order of definition */
    static String json(List<String> members) {
        StringBuilder json = new StringBuilder("[");
        for (String member : members) {
            JsonQuote.append(json.append(json.length() > 1 ? "," : ""), member);
        }
        return json.append(']').toString();
    }
}
