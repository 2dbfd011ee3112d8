package io.mysqlrelay.source.debezium;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables that were read a second time, because a statement changed them during the full load: the position that their
 * rows and structure are of. Nothing about them before it is sent.
 */
final class Rereads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<TableName, SourcePosition> until = new TreeMap<>();

    void put(TableName table, SourcePosition position) {
        until.put(table, position);
    }

    Set<TableName> tables() {
        return until.keySet();
    }

    /** @return true if the transaction's changes of the table are in what was read */
    boolean contain(TableName table, String transaction) {
        SourcePosition position = until.isEmpty() ? null : until.get(table);
        return position != null && position.includes(transaction);
    }

    /** @return text for a source offset; null when there are none */
    String encode() {
        if (until.isEmpty()) {
            return null;
        }
        List<List<String>> entries = new ArrayList<>();
        until.forEach((table, position) -> entries.add(List.of(table.database(), table.table(), position.encode())));
        try {
            return JSON.writeValueAsString(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text null for none */
    static Rereads decode(String text) {
        Rereads rereads = new Rereads();
        if (text != null) {
            try {
                for (List<String> e : JSON.readValue(text, new TypeReference<List<List<String>>>() {})) {
                    rereads.put(new TableName(e.get(0), e.get(1)), SourcePosition.decode(e.get(2)));
                }
            } catch (IOException e) {
                throw new IllegalArgumentException("the source offset's load_again is malformed", e);
            }
        }
        return rereads;
    }
}
