package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;

/**
 * A view, routine, trigger or event.
 *
 * @param name with its database
 * @param body the statement that it holds; null when the account may not see it
 * @param table of a trigger; null for others
 */
public record ObjectFact(Kind kind, TableName name, String definer, String body, TableName table) {
    /** Kinds of stored objects. */
    public enum Kind {
        VIEW,
        ROUTINE,
        TRIGGER,
        EVENT
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
