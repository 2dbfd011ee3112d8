package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.core.ddl.Statement.Rename;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows of {@code objects}: views, routines, triggers and events that the migration has made or is about to make.
 * Part of the caller's transaction.
 */
public final class CopiedObjects {
    private static final Map<ObjectKind, String> EXISTS = Map.of(
            ObjectKind.VIEW, "views WHERE table_schema = ? AND table_name = ?",
            ObjectKind.PROCEDURE,
                    "routines WHERE routine_schema = ? AND routine_name = ? AND routine_type = 'PROCEDURE'",
            ObjectKind.FUNCTION, "routines WHERE routine_schema = ? AND routine_name = ? AND routine_type = 'FUNCTION'",
            ObjectKind.TRIGGER, "triggers WHERE trigger_schema = ? AND trigger_name = ?",
            ObjectKind.EVENT, "events WHERE event_schema = ? AND event_name = ?");

    private final DmlSession session;
    private final String table;
    private final String migration;

    public CopiedObjects(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("objects");
        this.migration = migration;
    }

    /** @return whether the target has an object of this name, whoever made it */
    public boolean exists(ObjectKind kind, TableName name) throws SQLException {
        return session.text("SELECT 1 FROM information_schema." + EXISTS.get(kind), name.database(), name.table())
                != null;
    }

    /** @return whether the migration has made it, or had begun to */
    public boolean ours(ObjectKind kind, TableName name) throws SQLException {
        return session.text(
                        "SELECT 1 FROM " + table + " WHERE migration = ? AND kind = ? AND db = ? AND name = ?",
                        migration,
                        kind.word(),
                        name.database(),
                        folded(kind, name))
                != null;
    }

    /** Written before the object is made, so that after a crash it is not taken for somebody else's. */
    public void planned(ObjectKind kind, TableName name) throws SQLException {
        session.update(
                "INSERT IGNORE INTO " + table + " (migration, kind, db, name) VALUES (?, ?, ?, ?)",
                migration,
                kind.word(),
                name.database(),
                folded(kind, name));
    }

    /** @param grant the statement that the object's users need; null for none */
    public void made(ObjectKind kind, TableName name, String grant) throws SQLException {
        planned(kind, name);
        session.update(
                "UPDATE " + table + " SET cut_over = ? WHERE migration = ? AND kind = ? AND db = ? AND name = ?",
                grant,
                migration,
                kind.word(),
                name.database(),
                folded(kind, name));
    }

    public void dropped(ObjectKind kind, TableName name) throws SQLException {
        session.update(
                "DELETE FROM " + table + " WHERE migration = ? AND kind = ? AND db = ? AND name = ?",
                migration,
                kind.word(),
                name.database(),
                folded(kind, name));
    }

    public void droppedDatabase(String database) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ? AND db = ?", migration, database);
    }

    /** Of the objects, views alone are renamed by RENAME TABLE. */
    public void renamed(List<Rename> renames) throws SQLException {
        for (Rename rename : renames) {
            session.update(
                    "UPDATE IGNORE " + table
                            + " SET db = ?, name = ? WHERE migration = ? AND kind = ? AND db = ? AND name = ?",
                    rename.to().database(),
                    rename.to().table(),
                    migration,
                    ObjectKind.VIEW.word(),
                    rename.from().database(),
                    rename.from().table());
        }
    }

    private static String folded(ObjectKind kind, TableName name) {
        return kind.ignoresCase() ? name.table().toLowerCase(Locale.ROOT) : name.table();
    }
}
