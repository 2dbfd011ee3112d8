package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import io.mysqlrelay.sink.mysql.plan.TablePlans;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fast way: table by table, changes of one kind as multi-row statements, everything else as several statements
 * per round trip. The order inside a table is the source's, or one that comes to the same ({@link Rearranged}); between
 * tables it matters only around changes with referential actions, since no other statement checks foreign keys and the
 * window commits as a whole.
 */
final class GroupedApply {
    private static final int MAX_ROWS = 1000;
    /** Escaping at most doubles a value; the other half is room for the text around it. */
    private static final long MAX_BYTES = 4L << 20;

    private final DmlSession session;
    private final TablePlans plans;
    private final long maxBytes;

    GroupedApply(DmlSession session, TablePlans plans) {
        this.session = session;
        this.plans = plans;
        this.maxBytes = Math.min(MAX_BYTES, session.maxPacket() / 4);
    }

    void apply(Batch batch) throws SQLException, GroupRefused {
        Round round = new Round(session, maxBytes);
        Map<TableName, List<RowChange>> byTable = new LinkedHashMap<>();
        boolean checks = false;
        for (RowChange change : batch.changes()) {
            TablePlan plan = plans.of(change.shape());
            if (plan.acts(change)) {
                // It acts on rows as all changes before it have left them.
                checks = checks(round, checks, byTable.isEmpty() && checks);
                tables(round, byTable, batch);
                byTable.clear();
                checks = act(round, checks, plan, Mode.of(change, plan, batch.doubt()), change);
            } else {
                byTable.computeIfAbsent(change.shape().table(), t -> new ArrayList<>())
                        .add(change);
            }
        }
        checks(round, checks, false);
        tables(round, byTable, batch);
        round.flush();
    }

    /** @return the new state */
    private static boolean checks(Round round, boolean now, boolean wanted) throws SQLException, GroupRefused {
        if (now != wanted) {
            round.statement(Round.ANY, 0).append(DmlSession.foreignKeyChecks(wanted));
        }
        return wanted;
    }

    private boolean act(Round round, boolean checks, TablePlan plan, Mode mode, RowChange change)
            throws SQLException, GroupRefused {
        boolean now = checks;
        if (mode == Mode.SAFE) {
            now = checks(round, now, false);
            for (RowChange step : ActingChange.parentInPlace(change)) {
                safe(round, plan, List.of(step));
            }
        }
        now = checks(round, now, true);
        if (change.after() == null) {
            plan.delete(round.statement(1, change.bytes()), change.before());
        } else {
            plan.update(round.statement(1, change.bytes()), change.before(), change.after());
        }
        return now;
    }

    private void tables(Round round, Map<TableName, List<RowChange>> byTable, Batch batch)
            throws SQLException, GroupRefused {
        for (List<RowChange> changes : byTable.values()) {
            int from = 0;
            while (from < changes.size()) {
                TablePlan plan = plans.of(changes.get(from).shape());
                Mode mode = Mode.of(changes.get(from), plan, batch.doubt());
                boolean inOrder =
                        mode == Mode.LOAD || mode == Mode.SAFE || plan.lanes().inLastLane();
                int to = from + 1;
                while (to < changes.size()
                        && changes.get(to).shape() == changes.get(from).shape()
                        && (!inOrder || Mode.of(changes.get(to), plan, batch.doubt()) == mode)) {
                    to++;
                }
                List<RowChange> some = changes.subList(from, to);
                for (Rearranged.Part part :
                        inOrder ? List.of(new Rearranged.Part(mode, some, false)) : Rearranged.of(plan, some)) {
                    run(round, plan, part, batch.endOffset());
                }
                from = to;
            }
        }
    }

    private void run(Round round, TablePlan plan, Rearranged.Part part, long endOffset)
            throws SQLException, GroupRefused {
        List<RowChange> changes = part.changes();
        switch (part.mode()) {
            case LOAD -> {
                round.flush();
                for (List<RowChange> chunk : chunks(changes)) {
                    new Loads(session).insert(plan, chunk, endOffset);
                }
            }
            case INSERT -> {
                for (List<RowChange> chunk : chunks(changes)) {
                    write(round, plan, "INSERT", chunk, chunk.size());
                }
            }
            case UPDATE -> {
                if (part.overwriting()) {
                    overwrite(round, plan, changes);
                    return;
                }
                for (RowChange change : changes) {
                    plan.update(round.statement(1, change.bytes()), change.before(), change.after());
                }
            }
            case DELETE -> {
                if (plan.keyless()) {
                    for (RowChange change : changes) {
                        plan.delete(round.statement(1, change.bytes()), change.before());
                    }
                } else {
                    delete(
                            round,
                            plan,
                            changes.stream().map(c -> plan.key(c.before())).toList(),
                            true);
                }
            }
            case SAFE -> safe(round, plan, changes);
        }
    }

    private void overwrite(Round round, TablePlan plan, List<RowChange> changes) throws SQLException, GroupRefused {
        for (List<RowChange> chunk : chunks(changes)) {
            long size = chunk.stream().mapToLong(RowChange::bytes).sum();
            plan.overwrite(
                    round.statement(2 * chunk.size(), size),
                    chunk.stream().map(RowChange::after).toList());
        }
    }

    private void safe(Round round, TablePlan plan, List<RowChange> changes) throws SQLException, GroupRefused {
        SafeChanges outcome = new SafeChanges(plan, changes);
        delete(round, plan, outcome.touched(), false);
        for (List<RowChange> chunk : chunks(outcome.remaining())) {
            write(round, plan, "REPLACE", chunk, Round.ANY);
        }
    }

    private static void write(Round round, TablePlan plan, String verb, List<RowChange> chunk, int count)
            throws SQLException, GroupRefused {
        long size = chunk.stream().mapToLong(RowChange::bytes).sum();
        plan.insert(
                round.statement(count, size),
                verb,
                chunk.stream().map(RowChange::after).toList());
    }

    private void delete(Round round, TablePlan plan, List<RowKey> keys, boolean mustFind)
            throws SQLException, GroupRefused {
        for (int from = 0; from < keys.size(); from += MAX_ROWS) {
            List<RowKey> chunk = keys.subList(from, Math.min(keys.size(), from + MAX_ROWS));
            // A key has at most 3072 bytes in an index; most have a few.
            SqlText sql = round.statement(mustFind ? chunk.size() : Round.ANY, chunk.size() * 64L);
            plan.deleteAll(sql, chunk);
        }
    }

    private List<List<RowChange>> chunks(List<RowChange> changes) {
        List<List<RowChange>> chunks = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < changes.size(); i++) {
            bytes += changes.get(i).bytes();
            if (i > from && (bytes > maxBytes || i - from == MAX_ROWS)) {
                chunks.add(changes.subList(from, i));
                from = i;
                bytes = changes.get(i).bytes();
            }
        }
        if (from < changes.size()) {
            chunks.add(changes.subList(from, changes.size()));
        }
        return chunks;
    }
}
