package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows of the full load: inserted if absent.
 *
 * <p>A row is left out when it collides under <em>any</em> unique key, not only under its own. Two rows that were read
 * at different moments can share a unique value although no moment of the source had both: the value moved from one to
 * the other in between. The move is a change after the load's start, so the stream brings both rows' newest images, and
 * safe mode writes them whatever the load has left out.
 */
final class Loads {
    private final DmlSession session;

    Loads(DmlSession session) {
        this.session = session;
    }

    /** @throws GroupRefused if an unexpected warning may be beyond those that the server lists */
    void insert(TablePlan plan, List<RowChange> rows, long endOffset) throws SQLException, GroupRefused {
        SqlText sql = new SqlText();
        plan.insert(sql, "INSERT", rows.stream().map(RowChange::after).toList());
        if (sql.expectedWarnings() >= session.maxWarnings() && rows.size() > 1) {
            halves(plan, rows, endOffset);
            return;
        }
        try (PreparedStatement statement = sql.bind(session.connection())) {
            session.sending(sql.statements());
            statement.execute();
            if (!Warnings.check(session, statement, sql, plan)) {
                throw new GroupRefused("a statement gave more warnings than the server lists");
            }
            session.wrote(sql.rows());
        } catch (SQLException e) {
            // The server has taken the whole statement back, and nothing but it.
            if (SqlErrors.kind(e) == ErrorKind.DUPLICATE && !plan.keyless()) {
                if (rows.size() > 1) {
                    halves(plan, rows, endOffset);
                } else {
                    Warnings.checkRefused(session, sql, plan);
                }
                return;
            }
            throw RowErrors.refused(e, plan, "LOAD", endOffset);
        }
    }

    private void halves(TablePlan plan, List<RowChange> rows, long endOffset) throws SQLException, GroupRefused {
        int half = rows.size() / 2;
        insert(plan, rows.subList(0, half), endOffset);
        insert(plan, rows.subList(half, rows.size()), endOffset);
    }
}
