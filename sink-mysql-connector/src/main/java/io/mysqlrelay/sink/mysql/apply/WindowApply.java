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
import io.mysqlrelay.sink.state.RefusedRows;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.Window;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One window, one transaction: ownership, changes, checkpoint. Or several, one per lane. */
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
    private final TablePlans plans;
    private final int threads;
    private final SideBySide sideBySide;
    private final Rest rest = new Rest(System::nanoTime);
    private final TargetMeter meter;

    /**
     * @param threads most lanes of a window
     * @param meter is told what became of each window
     */
    public WindowApply(
            DmlSession session,
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables,
            TablePlans plans,
            ParkedRows parked,
            RefusedRows leftOut,
            LaneSessions lanes,
            int threads,
            TargetMeter meter) {
        this.session = session;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.parked = parked;
        this.grouped = new GroupedApply(session, plans);
        this.single = new SingleApply(session, plans);
        this.bisection = new Bisection(session, grouped, single);
        this.leftOut = leftOut;
        this.plans = plans;
        this.threads = threads;
        this.sideBySide = new SideBySide(session, ownership, checkpoints, lanes, plans);
        this.meter = meter;
    }

    public void apply(Window window) throws SQLException {
        Doubt doubt = window.safe() ? Doubt.LOADED : checkpoints.doubtful() ? Doubt.REPEATED : Doubt.NONE;
        boolean divisible = doubt == Doubt.NONE && window.changes().get(0).op() != RowChange.Op.LOAD;
        SideBySide.Outcome outcome = divisible ? inLanes(window) : SideBySide.Outcome.IN_ONE_LANE;
        if (outcome == SideBySide.Outcome.APPLIED) {
            return;
        }
        session.waitForLocks(DmlSession.ROW_LOCK_SECONDS, DmlSession.TABLE_LOCK_SECONDS);
        ownership.begin();
        Batch batch = new Batch(window.changes(), doubt, window.after().nextOffset());
        List<Refused> refused = outcome == SideBySide.Outcome.REFUSED
                ? bisection.apply(batch, window.origins())
                : inOneLane(batch, window.origins());
        countLoaded(window.changes());
        checkpoints.save(window.after());
        if (!refused.isEmpty()) {
            leaveOut(refused, window.origins());
        }
        session.commit();
        meter.window(1);
    }

    /** Part of the transaction that moves the checkpoint behind them; the last part, because it cannot be taken back. */
    public void leaveOut(List<Refused> refused, Origins origins) throws SQLException {
        leftOut.add(refused, origins);
        long all = leftOut.count();
        origins.handOver(refused);
        meter.leftOut(refused.size());
        meter.refused(all);
        LOG.error(
                "Left out {} row changes that are refused, {} of this migration so far; the first: {}",
                refused.size(),
                all,
                refused.get(0).failure().getMessage());
    }

    /** @return what to do instead, if it is not applied */
    private SideBySide.Outcome inLanes(Window window) throws SQLException {
        if (!rest.isOver() || !checkpoints.stored()) {
            return SideBySide.Outcome.IN_ONE_LANE;
        }
        List<List<RowChange>> lanes =
                Lanes.split(window.changes(), shape -> plans.of(shape).lanes(), threads);
        if (lanes.size() == 1) {
            return SideBySide.Outcome.IN_ONE_LANE;
        }
        SideBySide.Outcome outcome = sideBySide.apply(lanes, window.after());
        switch (outcome) {
            case APPLIED -> meter.window(lanes.size());
            case IN_ONE_LANE -> rest.begin();
            case CONFLICT -> {
                meter.laneConflict();
                rest.begin();
            }
            case REFUSED -> {}
        }
        return outcome;
    }

    /** @return changes that are left out */
    private List<Refused> inOneLane(Batch batch, Origins origins) throws SQLException {
        try {
            grouped.apply(batch);
            return List.of();
        } catch (GroupRefused e) {
            again(batch.changes().size(), e);
        } catch (RelayException e) {
            if (!Bisection.aboutARow(e)) {
                throw e;
            }
            again(batch.changes().size(), e);
        }
        return bisection.apply(batch, origins);
    }

    /** One XA transaction that was committed, in one transaction too, but never more than one of its pieces in memory. */
    public void applyParked(ParkedChanges which, Checkpoint after) throws SQLException {
        ownership.begin();
        List<Long> pieces = parked.pieces(which);
        int changes;
        try {
            changes = inPieces(which, pieces, after, grouped::apply);
        } catch (GroupRefused e) {
            again(pieces.size(), e);
            changes = inPieces(which, pieces, after, single::apply);
        }
        parked.drop(which.xid());
        meter.unparked(changes);
        checkpoints.save(after);
        session.commit();
    }

    /** One way to apply a batch. */
    private interface Way<E extends Exception> {
        void apply(Batch batch) throws SQLException, E;
    }

    /** @return how many changes they hold */
    private <E extends Exception> int inPieces(ParkedChanges which, List<Long> pieces, Checkpoint after, Way<E> way)
            throws SQLException, E {
        int changes = 0;
        for (Long piece : pieces) {
            Batch batch = batch(which, piece, after);
            way.apply(batch);
            changes += batch.changes().size();
        }
        return changes;
    }

    private Batch batch(ParkedChanges which, long piece, Checkpoint after) throws SQLException {
        List<RowChange> changes = parked.read(which.xid(), piece).stream()
                .filter(c -> !which.contained().contains(c.shape().table()))
                .toList();
        return new Batch(changes, which.safe() ? Doubt.LOADED : Doubt.NONE, after.nextOffset());
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
