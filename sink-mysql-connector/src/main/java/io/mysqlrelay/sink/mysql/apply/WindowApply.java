package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.CapturedTables;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.mysql.state.ParkedRows;
import io.mysqlrelay.sink.mysql.state.RefusedRows;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.Window;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window, one transaction: ownership, changes, checkpoint. */
public final class WindowApply {
    private static final Logger LOG = LoggerFactory.getLogger(WindowApply.class);

    private final DmlSession session;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final CapturedTables tables;
    private final ParkedRows parked;
    private final GroupedApply grouped;
    private final SingleApply single;
    private final Bisection bisection;
    private final RefusedRows leftOut;

    public WindowApply(
            DmlSession session,
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables,
            TablePlans plans,
            ParkedRows parked,
            RefusedRows leftOut) {
        this.session = session;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.parked = parked;
        this.grouped = new GroupedApply(session, plans);
        this.single = new SingleApply(session, plans);
        this.bisection = new Bisection(session, grouped, single);
        this.leftOut = leftOut;
    }

    public void apply(Window window) throws SQLException {
        List<Refused> refused = List.of();
        ownership.begin();
        try {
            grouped.apply(window);
        } catch (GroupRefused e) {
            again(window.changes().size(), e);
            refused = bisection.apply(window);
        } catch (RelayException e) {
            if (!Bisection.aboutARow(e)) {
                throw e;
            }
            again(window.changes().size(), e);
            refused = bisection.apply(window);
        }
        countLoaded(window.changes());
        checkpoints.save(window.after());
        if (!refused.isEmpty()) {
            leaveOut(refused, window);
        }
        session.commit();
    }

    /** Part of the transaction that moves the checkpoint behind them; the last part, because it cannot be taken back. */
    private void leaveOut(List<Refused> refused, Window window) throws SQLException {
        leftOut.add(refused, window.origins());
        long all = leftOut.count();
        window.origins().handOver(refused);
        LOG.error(
                "Left out {} row changes that the target refuses, {} of this migration so far; the first: {}",
                refused.size(),
                all,
                refused.get(0).failure().getMessage());
    }

    /** One XA transaction that was committed, in one transaction too, but never more than one of its pieces in memory. */
    public void applyParked(ParkedChanges which, Checkpoint after) throws SQLException {
        ownership.begin();
        List<Long> pieces = parked.pieces(which);
        try {
            for (Long piece : pieces) {
                Window window = window(which, piece, after);
                if (!window.changes().isEmpty()) {
                    grouped.apply(window);
                }
            }
        } catch (GroupRefused e) {
            again(pieces.size(), e);
            for (Long piece : pieces) {
                single.apply(window(which, piece, after));
            }
        }
        parked.drop(which.xid());
        checkpoints.save(after);
        session.commit();
    }

    private Window window(ParkedChanges which, long piece, Checkpoint after) throws SQLException {
        List<RowChange> changes = parked.read(which.xid(), piece).stream()
                .filter(c -> !which.contained().contains(c.shape().table()))
                .toList();
        return new Window(changes, which.safe(), after);
    }

    private void again(int count, Exception reason) throws SQLException {
        LOG.debug("Applying {} changes or pieces again in parts: {}", count, reason.getMessage());
        session.rollback();
        session.checkForeignKeys(false);
        ownership.begin();
    }

    /** A window of the full load holds nothing else, and mostly rows of one table. */
    private void countLoaded(List<RowChange> changes) throws SQLException {
        if (changes.get(0).op() == RowChange.Op.LOAD) {
            Map<TableName, Long> rows = changes.stream()
                    .collect(Collectors.groupingBy(c -> c.shape().table(), Collectors.counting()));
            for (Map.Entry<TableName, Long> table : rows.entrySet()) {
                tables.delivered(table.getKey(), table.getValue());
            }
        }
    }
}
