package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.sink.apply.WindowBuilder.Mode;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.StreamValue;
import io.mysqlrelay.sink.change.XaChange;
import io.mysqlrelay.sink.meter.ApplyMeter;
import io.mysqlrelay.sink.order.MigrationPhases;
import io.mysqlrelay.sink.order.SnapshotSkips;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.order.Verdict;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.XaName;
import java.util.List;
import java.util.function.Supplier;

/** Turns what the records say into windows and steps, in order. Used by the poll thread. */
final class Planner {
    private final StreamCursor cursor;
    private final MigrationPhases phases;
    private final SnapshotSkips skips;
    private final WorkQueue queue;
    private final Supplier<WindowBuilder> windows;
    /** Null unless the source's transactions are kept whole. */
    private final TransactionBounds bounds;

    private final ApplyMeter meter;

    private WindowBuilder window;
    private boolean published;
    private long queuedOffset;

    /**
     * @param windows gives empty windows
     * @param bounds where transactions end, if no window may end elsewhere; null if any may
     */
    Planner(
            StreamCursor cursor,
            MigrationPhases phases,
            SnapshotSkips skips,
            WorkQueue queue,
            Supplier<WindowBuilder> windows,
            TransactionBounds bounds,
            ApplyMeter meter) {
        this.bounds = bounds;
        this.cursor = cursor;
        this.phases = phases;
        this.skips = skips;
        this.queue = queue;
        this.windows = windows;
        this.meter = meter;
        this.window = windows.get();
        this.queuedOffset = cursor.nextOffset();
    }

    /** Takes the open window back from the queue to make it larger, unless the apply thread was faster. */
    void reopen() {
        if (published && !queue.reclaim()) {
            window = windows.get();
        }
        published = false;
    }

    /** Lets an idle apply thread have what there is, but for a transaction that is to be whole and is not yet. */
    void publish() {
        if (!window.isEmpty() && inTransaction()) {
            return;
        }
        published = true;
        if (!window.isEmpty()) {
            Checkpoint after = cursor.checkpoint();
            queuedOffset = after.nextOffset();
            queue.publish(window.step(after), true);
        } else if (cursor.nextOffset() > queuedOffset) {
            Checkpoint after = cursor.checkpoint();
            if (queue.isIdle()) {
                meter.caughtUp(after.sourceMillis());
            }
            queue.publish(new Step("progress", false, after, target -> target.saveCheckpoint(after)), false);
        }
    }

    /** Plans the work of a new record and takes the record in. */
    Void plan(StreamValue value, Delivery delivery, Counters counters) {
        if (value instanceof RowChange row) {
            row(row, delivery, counters);
        } else if (value instanceof DdlChange statement) {
            counters.statement();
            statement(statement, delivery);
        } else if (value instanceof XaChange xa) {
            xa(xa, delivery);
        } else if (value instanceof Marker marker) {
            marker(marker, delivery);
        } else {
            cursor.sourceTime(delivery.sourceMillis());
            advance(delivery);
            ended();
        }
        return null;
    }

    private void row(RowChange row, Delivery delivery, Counters counters) {
        TableName table = row.shape().table();
        Mode mode = Mode.LOAD;
        XaName xa = null;
        if (delivery.xid() != null) {
            // Whether it is in the loaded rows already depends on the transaction that commits it, not on this one.
            phases.loggedChange("row change");
            cursor.sourceTime(delivery.sourceMillis());
            mode = Mode.PARKED;
            xa = new XaName(delivery.xid(), delivery.identity().transaction());
        } else if (row.op() == RowChange.Op.LOAD) {
            phases.loadedRow("row of the full load");
        } else {
            mode = logged("row change", delivery) ? Mode.SAFE : Mode.NORMAL;
            if (bounds != null && bounds.passedBefore(delivery) && (window.isFull() || queue.isIdle())) {
                flush();
            }
            if (skips.contains(table, delivery.identity().transaction())) {
                counters.skipped();
                advance(delivery);
                follow(delivery, 0);
                return;
            }
        }
        boolean followed = mode != Mode.LOAD && mode != Mode.PARKED;
        if (delivery.refusal() != null) {
            if (mode == Mode.PARKED) {
                throw delivery.refusal();
            }
            mode = Mode.LEFT_OUT;
        }
        if (!window.takes(mode, xa)) {
            flush();
        }
        counters.row();
        window.add(row, mode, xa, delivery);
        advance(delivery);
        if (followed) {
            follow(delivery, row.bytes());
        }
        if (window.isFull() && !inTransaction()) {
            flush();
        }
    }

    private boolean inTransaction() {
        return bounds != null && bounds.inside();
    }

    private void follow(Delivery delivery, long size) {
        if (bounds != null) {
            bounds.follow(delivery, size);
        }
    }

    private void ended() {
        if (bounds != null) {
            bounds.ended();
        }
    }

    private void xa(XaChange xa, Delivery delivery) {
        String transaction = delivery.identity().transaction();
        boolean counts = xa.end() == XaEnd.COMMIT || xa.end() == XaEnd.ONE_PHASE;
        boolean safe = false;
        if (counts) {
            safe = logged("XA transaction", delivery);
        } else {
            phases.loggedChange("XA transaction");
            cursor.sourceTime(delivery.sourceMillis());
        }
        flush();
        advance(delivery);
        Checkpoint after = cursor.checkpoint();
        String what = xa.end() + " of XA transaction " + xa.xid();
        if (counts) {
            ParkedChanges parked = new ParkedChanges(
                    xa.xid(), xa.end() == XaEnd.ONE_PHASE ? transaction : null, safe, skips.containing(transaction));
            add(new Step(what, false, after, target -> target.applyParked(parked, after)));
        } else if (xa.end() == XaEnd.PREPARE) {
            XaName name = new XaName(xa.xid(), transaction);
            add(new Step(what, false, after, target -> target.prepared(name, after)));
        } else {
            add(new Step(what, false, after, target -> target.dropParked(xa.xid(), after)));
        }
    }

    private void statement(DdlChange statement, Delivery delivery) {
        if (statement.schemaPhase()) {
            phases.schemaStatement("statement of the schema phase");
        } else {
            logged("statement", delivery);
        }
        flush();
        advance(delivery);
        String what = "statement " + delivery.identity().transaction() + "/"
                + delivery.identity().ordinal() + " in database " + statement.database() + " on tables "
                + statement.tables();
        Checkpoint after = cursor.checkpoint();
        boolean announced = !statement.schemaPhase(); // one per object of the schema would flood the log
        add(new Step(what, announced, after, target -> target.execute(statement, after)));
    }

    /** @return true if the change has to be applied in safe mode */
    private boolean logged(String what, Delivery delivery) {
        phases.loggedChange(what);
        boolean safe = phases.safe(delivery.identity().transaction());
        if (!safe && phases.inSafeMode()) {
            flush();
            phases.endSafeMode();
            save("changes are past the end of the full load, safe mode ends");
        }
        cursor.sourceTime(delivery.sourceMillis());
        return safe;
    }

    MigrationState state() {
        return phases.state();
    }

    private void marker(Marker marker, Delivery delivery) {
        boolean changed = phases.on(marker);
        flush();
        advance(delivery);
        carryOut(marker, changed);
    }

    /** A marker that no record brings: the checkpoint stays before the record at hand. */
    void imply(Marker marker) {
        boolean changed = phases.on(marker);
        flush();
        carryOut(marker, changed);
    }

    private void carryOut(Marker marker, boolean changed) {
        Checkpoint after = cursor.checkpoint();
        switch (marker.type()) {
            case BEGIN -> cursor.begin(SourcePosition.decode(MigrationPhases.attribute(marker, "start")));
            case TABLES -> {
                boolean withSchema = phases.withSchema(); // read here: the phases belong to the poll thread
                String what = "claim of " + marker.tables().size() + " tables";
                add(new Step(what, true, after, target -> target.claimTables(marker.tables(), withSchema, after)));
            }
            case TABLE_AGAIN -> {
                TableName table = table(marker);
                boolean exists = Boolean.parseBoolean(MigrationPhases.attribute(marker, "exists"));
                String what = (exists ? "removal before the second reading of " : "removal of ") + table;
                add(new Step(what, true, after, target -> target.forgetTable(table, exists, after)));
            }
            case TABLE_BEGIN -> beginTable(marker, after);
            case TABLE_END -> {
                TableName table = table(marker);
                long rows = Long.parseLong(MigrationPhases.attribute(marker, "rows"));
                add(new Step(
                        "end of the load of " + table + ", " + rows + " rows",
                        false,
                        after,
                        target -> target.endTableLoad(table, rows, after)));
            }
            default -> {}
        }
        if (changed) {
            save(
                    marker.type() == MarkerType.LOAD_END
                            ? "full load ended"
                            : "phase " + phases.state().phase());
        }
    }

    private void beginTable(Marker marker, Checkpoint after) {
        TableName table = table(marker);
        boolean keyless = Boolean.parseBoolean(MigrationPhases.attribute(marker, "keyless"));
        String position = keyless
                ? MigrationPhases.attribute(marker, "position")
                : marker.attributes().get("position");
        if (position != null) {
            skips.put(table, position);
        }
        String absent = marker.attributes().get("absent");
        add(new Step("begin of the load of " + table, false, after, target -> {
            if (absent != null) {
                target.requireGenerated(table, List.of(absent.split(",")));
            }
            target.beginTableLoad(table, keyless, position, after);
        }));
    }

    private static TableName table(Marker marker) {
        return new TableName(MigrationPhases.attribute(marker, "db"), MigrationPhases.attribute(marker, "table"));
    }

    private void save(String what) {
        MigrationState state = phases.state();
        Checkpoint after = cursor.checkpoint();
        add(new Step(what, true, after, target -> {
            target.saveMigration(state, after);
            meter.state(state);
        }));
    }

    private void flush() {
        ended();
        if (!window.isEmpty()) {
            add(window.step(cursor.checkpoint()));
            window = windows.get();
        }
    }

    private void add(Step step) {
        queuedOffset = step.after().nextOffset();
        queue.add(step);
    }

    private void advance(Delivery delivery) {
        cursor.advance(delivery.offset(), delivery.identity(), Verdict.NEW);
    }
}
