package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.plan.Limits;
import io.mysqlrelay.sink.adb.plan.TablePlan;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.state.CapturedTable;
import io.mysqlrelay.sink.adb.state.CapturedTables;
import io.mysqlrelay.sink.adb.state.Checkpoints;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.adb.state.ParkedRows;
import io.mysqlrelay.sink.adb.state.Victims;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.state.RefusedRows;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.Window;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window: its changes, then the checkpoint. A crash in between brings the window again, perhaps cut differently; that
 * ends with the same rows, because each statement says what a key's row is in the end, not how it changes.
 */
public final class WindowApply {
    private static final Logger LOG = LoggerFactory.getLogger(WindowApply.class);

    private final AdbSession session;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final CapturedTables tables;
    private final Catalog catalog;
    private final TablePlans plans;
    private final ParkedRows parked;
    private final RefusedRows leftOut;
    private final Victims victims;
    private final Lanes lanes;
    private final Limits limits;
    private final TargetMeter meter;

    public WindowApply(
            AdbSession session,
            Ownership ownership,
            Checkpoints checkpoints,
            CapturedTables tables,
            Catalog catalog,
            TablePlans plans,
            ParkedRows parked,
            RefusedRows leftOut,
            Victims victims,
            Lanes lanes,
            Limits limits,
            TargetMeter meter) {
        this.session = session;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.tables = tables;
        this.catalog = catalog;
        this.plans = plans;
        this.parked = parked;
        this.leftOut = leftOut;
        this.victims = victims;
        this.lanes = lanes;
        this.limits = limits;
        this.meter = meter;
    }

    public void apply(Window window) throws SQLException, TransientTargetException {
        ownership.check();
        Origins origins = window.origins();
        List<Keyless> keyless = new ArrayList<>();
        List<Refused> refused = apply(window.changes(), origins, change -> id(origins.of(change), change), keyless);
        if (!refused.isEmpty()) {
            leaveOut(refused, origins);
        }
        countLoaded(window.changes());
        checkpoints.save(window.after());
        for (Keyless table : keyless) {
            table.forget();
        }
    }

    /** One XA transaction, never more than one of its pieces in memory. */
    public void applyParked(ParkedChanges which, Checkpoint after) throws SQLException, TransientTargetException {
        ownership.check();
        List<Keyless> keyless = new ArrayList<>();
        for (ParkedRows.Piece piece : parked.pieces(which)) {
            List<RowChange> changes = parked.read(piece).stream()
                    .filter(c -> !which.contained().contains(c.shape().table()))
                    .toList();
            String place = "xa:" + piece.from() + ":" + piece.first() + ":";
            int[] number = {0};
            if (!changes.isEmpty()) {
                meter.unparked(changes.size());
                apply(changes, Origins.NONE, change -> place + number[0]++, keyless);
            }
        }
        checkpoints.save(after);
        parked.drop(which.xid());
        for (Keyless table : keyless) {
            table.forget();
        }
    }

    /** A logged change by its place in the source's history, a loaded row by its place in the topic: both never change. */
    private static String id(Origins.Place place, RowChange change) {
        if (place == null) {
            throw new RelayException(
                    ErrorCode.APPLY_FAILED,
                    "a change of keyless table " + change.shape().table() + " without its place");
        }
        return change.op() == RowChange.Op.LOAD ? "@" + place.offset() : place.transaction() + "/" + place.ordinal();
    }

    private List<Refused> apply(
            List<RowChange> changes, Origins origins, Function<RowChange, String> ids, List<Keyless> keyless)
            throws SQLException, TransientTargetException {
        Map<TableName, Reduced> keyed = new LinkedHashMap<>();
        Map<TableName, Keyless> without = new LinkedHashMap<>();
        for (RowChange change : changes) {
            TableName table = change.shape().table();
            TablePlan plan = plans.of(change.shape());
            if (!plan.keyless()) {
                Reduced reduced = keyed.get(table);
                if (reduced == null) {
                    reduced = new Reduced(plan);
                    keyed.put(table, reduced);
                }
                reduced.add(change, plan);
            } else {
                Keyless rows = without.get(table);
                if (rows == null) {
                    rows = new Keyless(session, victims, slots(change.shape()));
                    without.put(table, rows);
                }
                rows.add(change, ids.apply(change), plan);
            }
        }
        Writes writes = new Writes(lanes, limits, origins);
        for (Reduced table : keyed.values()) {
            writes.delete(table.plan(), table.gone());
            writes.write(table.plan(), table.verb(), table.rows());
        }
        for (Keyless table : without.values()) {
            table.choose(writes::leaveOut);
            writes.delete(table.plan(), table.gone());
            table.rows().forEach((plan, rows) -> writes.write(plan, "REPLACE", rows));
            keyless.add(table);
        }
        List<Refused> refused = writes.execute();
        meter.committed(writes.rows());
        meter.window(lanes.takeUsed());
        return refused;
    }

    private Slots slots(RowShape shape) throws SQLException {
        CapturedTable captured = tables.orNew(shape.table());
        Slots known = captured.slots() == null ? null : Slots.decode(captured.slots());
        if (known != null
                && known.missing(shape.columns().stream().map(ColumnShape::name))
                        .isEmpty()) {
            return known;
        }
        // Not by a statement of the source: the table was there before, or somebody has added a column.
        AdbTable table = catalog.find(shape.table()).orElseThrow();
        Slots slots = known == null ? Slots.of(table, Set.of()) : known.as(table);
        tables.put(captured.withSlots(slots.encode(), captured.slotsAt()));
        return slots;
    }

    /** The last part before the checkpoint, because it cannot be taken back. */
    public void leaveOut(List<Refused> refused, Origins origins) throws SQLException {
        leftOut.add(refused, origins);
        origins.handOver(refused);
        meter.leftOut(refused.size());
        meter.refused(leftOut.count());
        LOG.error(
                "Left out {} row changes that are refused; the first: {}",
                refused.size(),
                refused.get(0).failure().getMessage());
    }

    /** A window of the full load holds nothing else, and mostly rows of one table. */
    private void countLoaded(List<RowChange> changes) throws SQLException {
        if (changes.get(0).op() != RowChange.Op.LOAD) {
            return;
        }
        Map<TableName, Long> rows = new LinkedHashMap<>();
        changes.forEach(c -> rows.merge(c.shape().table(), 1L, Long::sum));
        for (Map.Entry<TableName, Long> table : rows.entrySet()) {
            CapturedTable captured = tables.orNew(table.getKey());
            tables.put(captured.counting(captured.rowCount() + table.getValue()));
        }
    }
}
