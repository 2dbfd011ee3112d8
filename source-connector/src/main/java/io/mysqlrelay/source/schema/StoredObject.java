package io.mysqlrelay.source.schema;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;

/**
 * A view, routine, trigger or event.
 *
 * @param name database and name
 * @param table that a trigger belongs to; null for other kinds
 */
public record StoredObject(ObjectKind kind, TableName name, TableName table) {
    @Override
    public String toString() {
        return kind.word() + " " + name.quoted();
    }
}
