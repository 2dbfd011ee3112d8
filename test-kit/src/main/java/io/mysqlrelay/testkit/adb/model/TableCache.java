package io.mysqlrelay.testkit.adb.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Tables that were read since the last statement that changed one. All stand-ins of a JVM before one server share it. */
public final class TableCache {
    private static final Map<String, TableCache> BY_SERVER = new ConcurrentHashMap<>();

    private final Map<TableName, TableFacts> tables = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private TableCache() {}

    public static TableCache of(String server) {
        return BY_SERVER.computeIfAbsent(server, any -> new TableCache());
    }

    TableFacts get(TableName name, Supplier<TableFacts> read) {
        TableFacts known = tables.get(name);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        TableFacts facts = read.get();
        if (facts != null) {
            tables.put(name, facts);
            if (changes.get() != before) {
                // It may have been read before that change.
                tables.remove(name);
            }
        }
        return facts;
    }

    /** To be called when a statement that may have changed tables has ended, however it ended. */
    public void clear() {
        changes.incrementAndGet();
        tables.clear();
    }
}
