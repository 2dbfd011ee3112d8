package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.session.ByteSession;
import io.mysqlrelay.sink.mysql.state.MigrationLock;
import io.mysqlrelay.sink.mysql.state.StateTables;
import java.sql.SQLException;
import java.util.Map;

/** The session that executes the source's statements: none is sent without the migration's lock. */
final class LockedSession {
    private final ByteSession session;
    private final StateTables state;
    private final String migration;
    private final SourceSession source;

    LockedSession(ByteSession session, StateTables state, String migration) throws SQLException {
        this.session = session;
        this.state = state;
        this.migration = migration;
        this.source = new SourceSession(session, state.database());
    }

    /** @param variables of the source's session, possibly with some overruled; undone afterwards */
    void run(DdlChange change, Map<String, String> variables) throws SQLException {
        requireLock();
        try {
            source.enter(change, variables);
            session.run(change.statement());
        } catch (SQLException e) {
            if (!SqlErrors.kind(e).isTransient()) {
                source.leave();
            }
            throw e;
        } catch (RelayException e) {
            source.leave();
            throw e;
        }
        source.leave();
    }

    /** Whatever refers to it. */
    void drop(TableName table) throws SQLException {
        requireLock();
        source.withoutForeignKeyChecks();
        session.run("DROP TABLE IF EXISTS " + table.quoted());
        source.leave();
    }

    /** The server's number of the session. */
    long id() throws SQLException {
        return Long.parseLong(
                session.query("SELECT CONNECTION_ID()").keySet().iterator().next());
    }

    private void requireLock() throws SQLException {
        if (!MigrationLock.held(session, state, migration)) {
            throw new SQLException("the session no longer holds the migration's lock", "08003");
        }
    }
}
