package io.mysqlrelay.sink;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.Origins;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.Refused;
import io.mysqlrelay.sink.target.SavedState;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TargetMeter;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import io.mysqlrelay.sink.target.Window;
import io.mysqlrelay.sink.target.XaName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A target in memory that is strict about the contract of {@link Target} and fails now and then, before a commit or after
 * it. Survives its targets, as a database does.
 */
final class FakeDatabase {
    private final Random random;
    private final double failures;

    private Checkpoint checkpoint;
    private MigrationState migration = new MigrationState(MigrationState.Phase.NEW, null, null, null);
    private final Map<TableName, String> skips = new HashMap<>();
    private final List<Applied> applied = new ArrayList<>();
    private final Map<String, List<RowChange>> parked = new HashMap<>();
    private final List<Object> windowEnds = new ArrayList<>();
    private final Set<Object> loaded = new HashSet<>();
    private final Set<String> executed = new HashSet<>();
    private final Set<Object> leftOut = new HashSet<>();
    private final Set<Object> refused = ConcurrentHashMap.newKeySet();
    private long epoch;
    private volatile boolean closedForGood;
    private volatile CountDownLatch entered;
    private volatile CountDownLatch held;

    /** What was applied, by the unique id that the test gave to each change. */
    record Applied(Object id, boolean safe) {}

    FakeDatabase(Random random, double failures) {
        this.random = random;
        this.failures = failures;
    }

    synchronized List<Applied> applied() {
        return List.copyOf(applied);
    }

    /** @return the last change of each window, by its id */
    synchronized List<Object> windowEnds() {
        return List.copyOf(windowEnds);
    }

    synchronized Set<Object> loaded() {
        return Set.copyOf(loaded);
    }

    /** @return changes that came as ones to be left out, by their id */
    synchronized Set<Object> leftOut() {
        return Set.copyOf(leftOut);
    }

    synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    synchronized MigrationState migration() {
        return migration;
    }

    /** Row changes with this id are refused from now on. */
    void refuse(Object id) {
        refused.add(id);
    }

    /** From now on every change is one that came after the task was closed. */
    void forbidChanges(boolean forbidden) {
        closedForGood = forbidden;
    }

    /** Statements from now on take until {@link #release}, or until their target is closed. @return 0 when one runs */
    CountDownLatch holdStatements() {
        held = new CountDownLatch(1);
        entered = new CountDownLatch(1);
        return entered;
    }

    void release() {
        if (held != null) {
            held.countDown();
        }
    }

    Target target(TargetMeter meter) {
        return new FakeTarget(meter);
    }

    private final class FakeTarget implements Target {
        private final TargetMeter meter;
        private Thread user;
        private long myEpoch = -1;
        private boolean failed;
        private volatile boolean closed;

        FakeTarget(TargetMeter meter) {
            this.meter = meter;
        }

        @Override
        public SavedState open() throws TransientTargetException {
            synchronized (FakeDatabase.this) {
                use();
                failSometimes("open");
                myEpoch = ++epoch;
                return new SavedState(checkpoint, migration, Map.copyOf(skips));
            }
        }

        @Override
        public void claimTables(List<TableName> tables, boolean schemaPhase, Checkpoint after)
                throws TransientTargetException {
            commit(after, () -> {});
        }

        @Override
        public void beginTableLoad(TableName table, boolean keyless, String position, Checkpoint after)
                throws TransientTargetException {
            commit(after, () -> {
                if (keyless) {
                    skips.put(table, position);
                }
            });
        }

        @Override
        public void forgetTable(TableName table, boolean exists, Checkpoint after) throws TransientTargetException {
            commit(after, () -> {});
        }

        @Override
        public void endTableLoad(TableName table, long rows, Checkpoint after) throws TransientTargetException {
            commit(after, () -> {});
        }

        @Override
        public void apply(Window window) throws TransientTargetException {
            boolean load = window.changes().get(0).op() == RowChange.Op.LOAD;
            for (RowChange change : window.changes()) {
                check(load == (change.op() == RowChange.Op.LOAD), "load rows mixed with changes");
            }
            List<Refused> leftOut = new ArrayList<>();
            for (RowChange change : window.changes()) {
                if (refused.contains(id(change))) {
                    leftOut.add(new Refused(change, refusal(window, change)));
                }
            }
            window.origins().handOver(leftOut);
            commit(window.after(), () -> {
                for (RowChange change : window.changes()) {
                    Object id = id(change);
                    if (refused.contains(id)) {
                        continue;
                    }
                    if (load) {
                        loaded.add(id);
                    } else {
                        applied.add(new Applied(id, window.safe()));
                    }
                }
                if (!load) {
                    windowEnds.add(applied.get(applied.size() - 1).id());
                }
            });
        }

        @Override
        public void leaveOut(List<Refused> rows, Origins origins, Checkpoint after) throws TransientTargetException {
            origins.handOver(rows);
            meter.leftOut(rows.size());
            commit(after, () -> rows.forEach(row -> leftOut.add(id(row.change()))));
        }

        private RelayException refusal(Window window, RowChange change) {
            RelayException failure = new RelayException(
                    ErrorCode.ROW_REFUSED, window.origins().of(change).toString());
            if (!window.origins().tolerated()) {
                throw failure;
            }
            return failure;
        }

        private static Object id(RowChange change) {
            return (change.after() == null ? change.before() : change.after())[0];
        }

        @Override
        public void park(XaName name, List<RowChange> changes, Checkpoint after) throws TransientTargetException {
            commit(
                    after,
                    () -> parked.computeIfAbsent(name.xid(), x -> new ArrayList<>())
                            .addAll(changes));
        }

        @Override
        public void prepared(XaName name, Checkpoint after) throws TransientTargetException {
            commit(after, () -> {});
        }

        @Override
        public void applyParked(ParkedChanges which, Checkpoint after) throws TransientTargetException {
            commit(after, () -> {
                for (RowChange change : parked.getOrDefault(which.xid(), List.of())) {
                    Object id = (change.after() == null ? change.before() : change.after())[0];
                    applied.add(new Applied(id, which.safe()));
                    meter.unparked(1);
                }
                parked.remove(which.xid());
            });
        }

        @Override
        public void dropParked(String xid, Checkpoint after) throws TransientTargetException {
            commit(after, () -> parked.remove(xid));
        }

        @Override
        public void execute(DdlChange statement, Checkpoint after) throws TransientTargetException {
            hold();
            synchronized (FakeDatabase.this) {
                use();
                check(myEpoch == epoch, "fenced");
                failSometimes("before the statement");
                // The statement commits by itself; its log makes the gap to the checkpoint recoverable.
                if (statement.schemaPhase()) {
                    loaded.add(statement.text());
                } else if (executed.add(statement.transaction() + "/" + statement.ordinal())) {
                    applied.add(new Applied(statement.text(), false));
                }
                failSometimes("between statement and checkpoint");
            }
            commit(after, () -> {});
        }

        @Override
        public void saveMigration(MigrationState state, Checkpoint after) throws TransientTargetException {
            commit(after, () -> migration = state);
        }

        @Override
        public void saveCheckpoint(Checkpoint after) throws TransientTargetException {
            commit(after, () -> {});
        }

        @Override
        public void close() {
            closed = true;
        }

        private void hold() throws TransientTargetException {
            if (held == null) {
                return;
            }
            entered.countDown();
            try {
                while (!held.await(1, TimeUnit.MILLISECONDS)) {
                    if (closed) {
                        throw new TransientTargetException(Kind.CONNECTION, "connection aborted", null);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransientTargetException(Kind.CONNECTION, "interrupted", e);
            }
        }

        private void commit(Checkpoint after, Runnable change) throws TransientTargetException {
            synchronized (FakeDatabase.this) {
                use();
                check(myEpoch == epoch, "fenced");
                check(
                        checkpoint == null || after.nextOffset() >= checkpoint.nextOffset(),
                        "the checkpoint goes back from " + checkpoint + " to " + after);
                failSometimes("before the commit");
                change.run();
                checkpoint = after;
                failSometimes("after the commit");
            }
        }

        private void use() {
            check(!closed && !failed, "used after its end");
            check(!closedForGood, "changed after the task was closed");
            check(user == null || user == Thread.currentThread(), "used by a second thread");
            user = Thread.currentThread();
        }

        private void failSometimes(String when) throws TransientTargetException {
            if (random.nextDouble() < failures) {
                failed = true;
                throw new TransientTargetException(
                        random.nextBoolean() ? Kind.CONNECTION : Kind.OTHER, "made to fail " + when, null);
            }
        }

        private void check(boolean right, String otherwise) {
            if (!right) {
                throw new IllegalStateException(otherwise);
            }
        }
    }
}
