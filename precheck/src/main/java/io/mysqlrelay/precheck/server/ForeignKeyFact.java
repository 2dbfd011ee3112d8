package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;

/** A foreign key. */
public record ForeignKeyFact(TableName child, String name, TableName parent, String onDelete, String onUpdate) {
    /** @return true if the server changes rows of the child by itself */
    public boolean acts() {
        return acts(onDelete) || acts(onUpdate);
    }

    private static boolean acts(String rule) {
        return !rule.equals("RESTRICT") && !rule.equals("NO ACTION");
    }

    @Override
    public String toString() {
        return child + "." + name;
    }
}
