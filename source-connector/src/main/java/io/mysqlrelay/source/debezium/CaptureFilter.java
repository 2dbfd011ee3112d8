package io.mysqlrelay.source.debezium;

import io.debezium.relational.TableId;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.CapturedObjects;
import io.mysqlrelay.source.schema.StoredObject;
import java.util.Locale;

/** What the migration captures, for names as the binlog has them. */
final class CaptureFilter {
    /** A name that only a pattern for all tables fits. */
    private static final String ANY_TABLE = "relay_any_table";

    private final CapturedObjects captured;
    private final boolean foldCase;

    /** @param foldCase whether the source keeps table names in lower case (lower_case_table_names=1) */
    CaptureFilter(CapturedObjects captured, boolean foldCase) {
        this.captured = captured;
        this.foldCase = foldCase;
    }

    /** @param name may be null or empty, which is never captured */
    boolean database(String name) {
        return name != null && !name.isEmpty() && captured.includesDatabase(fold(name));
    }

    boolean table(TableName name) {
        return captured.includes(stored(name));
    }

    /** @return true if a new table of the database would be captured, whatever its name */
    boolean wholeDatabase(String name) {
        return name != null && !name.isEmpty() && table(new TableName(name, ANY_TABLE));
    }

    /** A view counts as a table, a trigger belongs to its table, and all else to its database as a whole. */
    boolean object(StoredObject object) {
        return switch (object.kind()) {
            case VIEW -> table(object.name());
            case TRIGGER -> table(object.table());
            case PROCEDURE, FUNCTION, EVENT -> wholeDatabase(object.name().database());
        };
    }

    /** @return the key of the table model */
    TableId id(TableName name) {
        return new TableId(fold(name.database()), null, fold(name.table()));
    }

    /** @return the name as the server stores it, for a name as a statement writes it */
    TableName stored(TableName written) {
        return new TableName(fold(written.database()), fold(written.table()));
    }

    private String fold(String name) {
        return foldCase ? name.toLowerCase(Locale.ROOT) : name;
    }
}
