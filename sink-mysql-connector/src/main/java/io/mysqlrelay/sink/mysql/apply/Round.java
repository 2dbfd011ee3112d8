package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Several statements in one round trip, executed in order; each one's count is checked. */
final class Round {
    /** For statements that may find any number of rows. */
    static final int ANY = -1;

    private static final int MAX_STATEMENTS = 500;

    private final DmlSession session;
    private final long maxBytes;
    private final List<Integer> counts = new ArrayList<>();
    private SqlText sql = new SqlText();
    private long bytes;

    Round(DmlSession session, long maxBytes) {
        this.session = session;
        this.maxBytes = maxBytes;
    }

    /**
     * Makes room for a statement with values of about that size.
     *
     * @param count rows it must find, or {@link #ANY}
     * @return where to write it
     */
    SqlText statement(int count, long size) throws SQLException, GroupRefused {
        if (!counts.isEmpty() && (bytes + size > maxBytes || counts.size() == MAX_STATEMENTS)) {
            flush();
        }
        if (!sql.isEmpty()) {
            sql.next();
        }
        bytes += size;
        counts.add(count);
        return sql;
    }

    void flush() throws SQLException, GroupRefused {
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = sql.bind(session.connection())) {
            session.sending(sql.statements());
            statement.execute();
            // The answer's warnings are summed up over all statements; SHOW WARNINGS would tell only the last one's.
            if (session.warned()) {
                throw new GroupRefused("a statement gave a warning");
            }
            for (int expected : counts) {
                int found = statement.getUpdateCount();
                if (expected != ANY && found != expected) {
                    throw new GroupRefused("a statement found another number of rows");
                }
                statement.getMoreResults();
            }
            session.wrote(sql.rows());
        } catch (SQLException e) {
            if (SqlErrors.kind(e).isTransient()) {
                throw e;
            }
            throw new GroupRefused(SqlErrors.numbers(e));
        } finally {
            sql = new SqlText();
            counts.clear();
            bytes = 0;
        }
    }
}
