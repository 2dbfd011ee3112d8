package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.wire.Relay;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What is done with a statement.
 *
 * @param sql what the backing server runs; null when the answer is OK and nothing else
 * @param half what it runs when half of the batch is to be applied, given who counts the rows of a query; answers null when
 *     the statement is no batch
 * @param affectedRows what the client is told, or {@link Relay#AS_COUNTED}
 * @param database the session's from now on, or null
 */
public record Plan(
        Kind kind, String sql, Function<ToLongFunction<String>, String> half, long affectedRows, String database) {
    /** What kind of statement it is. */
    public enum Kind {
        SESSION,
        /** Of one process; the text is {@code KILL} and the number of its session. */
        KILL,
        READ,
        WRITE,
        TRUNCATE,
        DDL;

        /** Whether a locked cluster refuses it. */
        public boolean isChange() {
            return this == WRITE || this == TRUNCATE || this == DDL;
        }
    }

    /** Accepted, and without any effect. */
    static Plan ignored() {
        return new Plan(Kind.SESSION, null, rows -> null, Relay.AS_COUNTED, null);
    }

    static Plan session(String sql) {
        return new Plan(Kind.SESSION, sql, rows -> null, Relay.AS_COUNTED, null);
    }

    static Plan kill(long session) {
        return new Plan(Kind.KILL, "KILL " + session, rows -> null, Relay.AS_COUNTED, null);
    }

    static Plan use(String sql, String database) {
        return new Plan(Kind.SESSION, sql, rows -> null, Relay.AS_COUNTED, database);
    }

    static Plan read(String sql) {
        return new Plan(Kind.READ, sql, rows -> null, Relay.AS_COUNTED, null);
    }

    static Plan ddl(String sql) {
        return new Plan(Kind.DDL, sql, rows -> null, 0, null);
    }

    static Plan truncate(String sql) {
        return new Plan(Kind.TRUNCATE, sql, rows -> null, 0, null);
    }

    /** The same with other words. */
    public Plan withSql(String other) {
        return new Plan(kind, other, half, affectedRows, database);
    }

    static Plan write(String sql, Function<ToLongFunction<String>, String> half, long affectedRows) {
        return new Plan(Kind.WRITE, sql, half, affectedRows, null);
    }
}
