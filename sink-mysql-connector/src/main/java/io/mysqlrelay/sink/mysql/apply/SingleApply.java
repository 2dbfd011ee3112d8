package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The exact way: one change after the other in source order, so that an error names the change that it is about. */
final class SingleApply {
    private final DmlSession session;
    private final TablePlans plans;

    SingleApply(DmlSession session, TablePlans plans) {
        this.session = session;
        this.plans = plans;
    }

    void apply(Batch batch) throws SQLException {
        long endOffset = batch.endOffset();
        for (RowChange change : batch.changes()) {
            TablePlan plan = plans.of(change.shape());
            Mode mode = Mode.of(change, plan, batch.doubt());
            if (plan.acts(change)) {
                acting(plan, mode, change, endOffset);
                continue;
            }
            switch (mode) {
                case LOAD -> load(plan, change, endOffset);
                case SAFE -> safe(plan, change, endOffset);
                case INSERT, UPDATE, DELETE -> strict(plan, mode, change, endOffset);
            }
        }
    }

    private void load(TablePlan plan, RowChange change, long endOffset) throws SQLException {
        try {
            new Loads(session).insert(plan, List.of(change), endOffset);
        } catch (GroupRefused e) {
            throw Warnings.unseen(plan);
        }
    }

    private void acting(TablePlan plan, Mode mode, RowChange change, long endOffset) throws SQLException {
        if (mode == Mode.SAFE) {
            for (RowChange step : ActingChange.parentInPlace(change)) {
                safe(plan, step, endOffset);
            }
        }
        session.checkForeignKeys(true);
        strict(plan, change.after() == null ? Mode.DELETE : Mode.UPDATE, change, endOffset);
        session.checkForeignKeys(false);
    }

    private void strict(TablePlan plan, Mode mode, RowChange change, long endOffset) throws SQLException {
        SqlText sql = new SqlText();
        switch (mode) {
            case INSERT -> plan.insert(sql, "INSERT", List.<Object[]>of(change.after()));
            case UPDATE -> plan.update(sql, change.before(), change.after());
            default -> plan.delete(sql, change.before());
        }
        int found = execute(plan, sql, mode.name(), endOffset);
        boolean goneBefore = found == 0 && mode == Mode.DELETE && plan.taken();
        if (found != 1 && !goneBefore) {
            throw RowErrors.diverged(plan, mode.name(), found, endOffset);
        }
    }

    private void safe(TablePlan plan, RowChange change, long endOffset) throws SQLException {
        SafeChanges outcome = new SafeChanges(plan, List.of(change));
        SqlText delete = new SqlText();
        plan.deleteAll(delete, outcome.touched());
        execute(plan, delete, change.op().name(), endOffset);
        for (RowChange row : outcome.remaining()) {
            SqlText replace = new SqlText();
            plan.insert(replace, "REPLACE", List.<Object[]>of(row.after()));
            execute(plan, replace, change.op().name(), endOffset);
        }
    }

    private int execute(TablePlan plan, SqlText sql, String op, long endOffset) throws SQLException {
        try (PreparedStatement statement = sql.bind(session.connection())) {
            session.sending(sql.statements());
            statement.execute();
            if (!Warnings.check(session, statement, sql, plan)) {
                throw Warnings.unseen(plan);
            }
            session.wrote(sql.rows());
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw RowErrors.refused(e, plan, op, endOffset);
        }
    }
}
