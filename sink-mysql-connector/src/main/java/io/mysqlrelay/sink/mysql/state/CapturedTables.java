package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement.Rename;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rows of {@code tables}, kept in memory too. Changes are part of the caller's transaction; when it fails the target
 * is closed, and with it this memory.
 */
public final class CapturedTables {
    /** Where a table stands. */
    public enum State {
        PLANNED,
        CREATED,
        EXISTING,
        LOADING,
        LOADED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DmlSession session;
    private final String table;
    private final String migration;
    private final Map<TableName, State> states = new HashMap<>();
    private final Set<TableName> existed = new HashSet<>();
    private final Map<TableName, String> skipUntil = new HashMap<>();

    public CapturedTables(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("tables");
        this.migration = migration;
    }

    public void load() throws SQLException {
        for (String[] r : session.rows(
                "SELECT db, tbl, state, existed, skip_until FROM " + table + " WHERE migration = ?", migration)) {
            TableName name = new TableName(r[0], r[1]);
            states.put(name, State.valueOf(r[2].toUpperCase(Locale.ROOT)));
            if (!r[3].equals("0")) {
                existed.add(name);
            }
            if (r[4] != null) {
                skipUntil.put(name, r[4]);
            }
        }
    }

    public Map<TableName, String> skipUntil() {
        return Map.copyOf(skipUntil);
    }

    /** @return null for a table that was never claimed */
    public State state(TableName name) {
        return states.get(name);
    }

    /** True for a table whose rows from before the migration are kept and overwritten. */
    public boolean existed(TableName name) {
        return existed.contains(name);
    }

    /** True for a table that was loaded from one snapshot: changes that its rows contain never come. */
    public boolean exact(TableName name) {
        return skipUntil.containsKey(name);
    }

    public void claim(TableName name, State state, boolean withRows) throws SQLException {
        session.update(
                "INSERT INTO " + table + " (migration, db, tbl, state, existed) VALUES (?, ?, ?, ?, ?)",
                migration,
                name.database(),
                name.table(),
                state.stored(),
                withRows ? 1 : 0);
        states.put(name, state);
        if (withRows) {
            existed.add(name);
        }
    }

    /** As before it was created. */
    public void planned(TableName name) throws SQLException {
        set(name, "state = ?, keyless = NULL, skip_until = NULL, row_count = NULL", State.PLANNED.stored());
        states.replace(name, State.PLANNED);
        skipUntil.remove(name);
    }

    public void created(TableName name) throws SQLException {
        set(name, "state = ?", State.CREATED.stored());
        states.replace(name, State.CREATED);
    }

    /** @param position of the snapshot; null for a table that is read in chunks */
    public void loading(TableName name, boolean keyless, String position) throws SQLException {
        set(
                name,
                "state = ?, keyless = ?, skip_until = ?, row_count = NULL",
                State.LOADING.stored(),
                keyless ? 1 : 0,
                position);
        states.replace(name, State.LOADING);
        skipUntil.remove(name);
        if (position != null) {
            skipUntil.put(name, position);
        }
    }

    /** Rows of the load have arrived; for progress alone, {@link #loaded} puts the exact number. */
    public void delivered(TableName name, long rows) throws SQLException {
        set(name, "row_count = coalesce(row_count, 0) + ?", rows);
    }

    public void loaded(TableName name, long rows) throws SQLException {
        set(name, "state = ?, row_count = ?", State.LOADED.stored(), rows);
        states.replace(name, State.LOADED);
    }

    public void renamed(List<Rename> renames) throws SQLException {
        for (Rename r : renames) {
            dropped(r.to());
            set(r.from(), "db = ?, tbl = ?", r.to().database(), r.to().table());
            State state = states.remove(r.from());
            if (state != null) {
                states.put(r.to(), state);
            }
            if (existed.remove(r.from())) {
                existed.add(r.to());
            }
            String position = skipUntil.remove(r.from());
            if (position != null) {
                skipUntil.put(r.to(), position);
            }
        }
    }

    public void dropped(TableName name) throws SQLException {
        session.update(
                "DELETE FROM " + table + " WHERE migration = ? AND db = ? AND tbl = ?",
                migration,
                name.database(),
                name.table());
        forget(Set.of(name)::contains);
    }

    public void droppedDatabase(String database) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ? AND db = ?", migration, database);
        forget(name -> name.database().equals(database));
    }

    private void forget(Predicate<TableName> gone) {
        states.keySet().removeIf(gone);
        existed.removeIf(gone);
        skipUntil.keySet().removeIf(gone);
    }

    private void set(TableName name, String assignments, Object... values) throws SQLException {
        Object[] parameters = new Object[values.length + 3];
        System.arraycopy(values, 0, parameters, 0, values.length);
        parameters[values.length] = migration;
        parameters[values.length + 1] = name.database();
        parameters[values.length + 2] = name.table();
        session.update(
                "UPDATE " + table + " SET " + assignments + " WHERE migration = ? AND db = ? AND tbl = ?", parameters);
    }
}
