package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.plan.Limits;
import io.mysqlrelay.sink.adb.plan.NewRow;
import io.mysqlrelay.sink.adb.plan.RowStatement;
import io.mysqlrelay.sink.adb.plan.Statements;
import io.mysqlrelay.sink.adb.plan.TablePlan;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of one window: all deletions, then all rows. Finds rows that the target refuses by halving the statement;
 * whatever part of it is in the target already does not matter. One object per window.
 */
final class Writes {
    /** Below, a further session costs more than it saves. */
    private static final int LEAST_ROWS = 250;

    private final Lanes lanes;
    private final Limits limits;
    private final Origins origins;
    private final List<RowStatement> deletions = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    Writes(Lanes lanes, Limits limits, Origins origins) {
        this.lanes = lanes;
        this.limits = limits;
        this.origins = origins;
    }

    private record Rows(TablePlan plan, String verb, List<NewRow> rows) {}

    void delete(TablePlan plan, List<RowKey> keys) {
        if (!keys.isEmpty()) {
            deletions.addAll(new Statements(limits).delete(plan, keys));
        }
    }

    void write(TablePlan plan, String verb, List<NewRow> of) {
        if (!of.isEmpty()) {
            rows.add(new Rows(plan, verb, of));
        }
    }

    /** @return rows that are written or deleted */
    int rows() {
        return rows.stream().mapToInt(r -> r.rows().size()).sum()
                + deletions.stream().mapToInt(d -> d.deleted().size()).sum()
                - refused.size();
    }

    /** @return changes that are left out */
    List<Refused> execute() throws SQLException, TransientTargetException {
        for (Lanes.Failed failed : lanes.execute(deletions)) {
            throw RowErrors.refused(failed.error(), failed.statement());
        }
        int all = rows.stream().mapToInt(r -> r.rows().size()).sum();
        int each = Math.max(LEAST_ROWS, (all + lanes.most() - 1) / lanes.most());
        Statements cut = new Statements(new Limits(Math.min(limits.rows(), each), limits.bytes()));
        List<RowStatement> statements = new ArrayList<>();
        for (Rows r : rows) {
            statements.addAll(cut(cut, r));
        }
        List<Lanes.Failed> failures = lanes.execute(statements);
        for (Lanes.Failed failed : failures) {
            if (!RowErrors.divisible(failed.error())) {
                throw RowErrors.refused(failed.error(), failed.statement());
            }
        }
        for (Lanes.Failed failed : failures) {
            halves(failed);
        }
        return refused;
    }

    /** A value that no literal can stand for is found before anything is sent. */
    private List<RowStatement> cut(Statements into, Rows r) {
        try {
            return into.write(r.plan(), r.verb(), r.rows());
        } catch (RelayException e) {
            if (e.code() != ErrorCode.ADB_VALUE) {
                throw e;
            }
        }
        List<NewRow> good = new ArrayList<>();
        for (NewRow row : r.rows()) {
            try {
                into.write(r.plan(), r.verb(), List.of(row));
                good.add(row);
            } catch (RelayException e) {
                leaveOut(row.change(), e);
            }
        }
        return good.isEmpty() ? List.of() : into.write(r.plan(), r.verb(), good);
    }

    private void halves(Lanes.Failed failed) throws SQLException, TransientTargetException {
        RowStatement statement = failed.statement();
        List<NewRow> of = statement.written();
        if (of.size() == 1) {
            leaveOut(of.get(0).change(), RowErrors.refused(failed.error(), statement));
            return;
        }
        String verb = statement.sql().substring(0, statement.sql().indexOf(' '));
        int half = of.size() / 2;
        for (List<NewRow> part : List.of(of.subList(0, half), of.subList(half, of.size()))) {
            for (Lanes.Failed again : lanes.execute(new Statements(limits).write(statement.plan(), verb, part))) {
                if (!RowErrors.divisible(again.error())) {
                    throw RowErrors.refused(again.error(), again.statement());
                }
                halves(again);
            }
        }
    }

    /** @throws RelayException the reason, with the change's place, if the user does not let the change be left out */
    void leaveOut(RowChange change, RelayException e) {
        Origins.Place place = origins.of(change);
        RelayException failure = place == null ? e : e.at(place.toString());
        if (place == null || !RowErrors.aboutARow(e) || !origins.tolerated()) {
            throw failure;
        }
        refused.add(new Refused(change, failure));
    }
}
