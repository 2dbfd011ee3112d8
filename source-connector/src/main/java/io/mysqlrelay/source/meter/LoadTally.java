package io.mysqlrelay.source.meter;

import io.mysqlrelay.core.TableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which tables of the full load are done. Changed by the loading thread, counts read by any. */
final class LoadTally {
    private final Set<TableName> all = new HashSet<>();
    private final Set<TableName> left = new HashSet<>();
    private volatile int tables;
    private volatile int loaded;

    void begin(Collection<TableName> names) {
        all.clear();
        left.clear();
        all.addAll(names);
        left.addAll(names);
        publish();
    }

    void done(TableName table) {
        left.remove(table);
        publish();
    }

    /** The table is read again; or, when it does not exist any more, not at all. */
    void again(TableName table, boolean exists) {
        if (exists) {
            all.add(table);
            left.add(table);
        } else {
            all.remove(table);
            left.remove(table);
        }
        publish();
    }

    private void publish() {
        tables = all.size();
        loaded = all.size() - left.size();
    }

    int tables() {
        return tables;
    }

    int loaded() {
        return loaded;
    }
}
