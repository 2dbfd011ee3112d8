package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import java.util.Locale;
import java.util.Set;

/** Which databases and tables of a server matter. Immutable. */
public interface Scope {
    /** All but the server's own databases. */
    Scope EVERYTHING = new Scope() {
        @Override
        public boolean database(String name) {
            return !SYSTEM.contains(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean table(TableName name) {
            return database(name.database());
        }
    };

    Set<String> SYSTEM = Set.of("mysql", "information_schema", "performance_schema", "sys");

    boolean database(String name);

    /** Also for views and for names of other objects, with their database. */
    boolean table(TableName name);
}
