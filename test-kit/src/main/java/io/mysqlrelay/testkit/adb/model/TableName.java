package io.mysqlrelay.testkit.adb.model;

import io.mysqlrelay.testkit.adb.sql.Literal;

/** Names a table; with the case that the cluster keeps. */
public record TableName(String database, String table) {
    /** For the backing server. */
    public String quoted() {
        return Literal.name(database) + "." + Literal.name(table);
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
