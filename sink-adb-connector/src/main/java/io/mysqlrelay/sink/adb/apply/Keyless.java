package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.plan.NewRow;
import io.mysqlrelay.sink.adb.plan.TablePlan;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.state.Victims;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowKey;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Changes of one window about one table without a key. A row is named by the change that inserted it. A change of a row, or
 * its deletion, is about some row that has the values of its before image; which one is chosen here, and written down
 * before anything is changed. One object per window and table.
 */
final class Keyless {
    private final AdbSession session;
    private final Victims victims;
    private final Slots slots;
    /** Rows that the window has touched, by id; null when the row is gone. */
    private final Map<String, Held> held = new LinkedHashMap<>();

    private final Map<String, String> chosen = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private TablePlan plan;

    Keyless(AdbSession session, Victims victims, Slots slots) {
        this.session = session;
        this.victims = victims;
        this.slots = slots;
    }

    private record Held(RowChange change, String image, TablePlan plan) {}

    private record Pending(RowChange change, String id, TablePlan plan) {}

    /** @param id names the change, the same whenever it comes */
    void add(RowChange change, String id, TablePlan by) {
        plan = by;
        pending.add(new Pending(change, id, by));
    }

    /**
     * Chooses the rows and writes the choices down.
     *
     * @param refusals takes a change whose row is not there, with the reason; it throws unless the change may be left out
     */
    void choose(BiConsumer<RowChange, RelayException> refusals) throws SQLException {
        Map<String, String> earlier = victims.find(pending.stream()
                .filter(p -> p.change().before() != null)
                .map(Pending::id)
                .toList());
        for (Pending p : pending) {
            RowChange change = p.change();
            Images images = new Images(slots, change.shape());
            if (change.before() == null) {
                held.put(p.id(), new Held(change, images.of(change.after()), p.plan()));
                continue;
            }
            String row = earlier.get(p.id());
            if (row == null) {
                row = find(
                        p,
                        images.patterns(change.before(), (place, value, fill) -> same(p.plan(), place, value, fill)));
                if (row == null) {
                    refusals.accept(change, diverged(p.plan().table(), change));
                    continue;
                }
                chosen.put(p.id(), row);
            }
            held.put(row, change.after() == null ? null : new Held(change, images.of(change.after()), p.plan()));
        }
        victims.put(chosen);
        chosen.putAll(earlier);
    }

    /** What the row has may be written in another way than the default was: 1.50 and 1.5 are one number. */
    private static boolean same(TablePlan plan, int place, Object value, String fill) {
        String literal = value == null ? "NULL" : plan.literal(place, value);
        if (literal.equals(fill)) {
            return true;
        }
        try {
            return new BigDecimal(literal).compareTo(new BigDecimal(fill)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * Rows that are equal are interchangeable; of those that the window has written, the state is known here alone.
     *
     * @return null if there is none
     */
    private String find(Pending p, List<String> patterns) throws SQLException {
        for (Map.Entry<String, Held> row : held.entrySet()) {
            if (row.getValue() != null && Images.matches(row.getValue().image(), patterns)) {
                return row.getKey();
            }
        }
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(RowId.ID)
                .append(" FROM ")
                .append(p.plan().table().quoted())
                .append(" WHERE ");
        String or = "";
        for (String pattern : patterns) {
            sql.append(or).append(RowId.IMAGE).append(pattern.indexOf('_') < 0 ? " = " : " LIKE ");
            SqlLiterals.text(sql, pattern);
            or = " OR ";
        }
        sql.append(" ORDER BY ").append(RowId.ID).append(" LIMIT ").append(held.size() + 1);
        for (String[] row : session.rows(sql.toString())) {
            if (!held.containsKey(row[0])) {
                return row[0];
            }
        }
        return null;
    }

    private static RelayException diverged(TableName table, RowChange change) {
        return new RelayException(
                ErrorCode.ROW_DIVERGED, change.op() + " on table " + table + " (no key) found no row with its values");
    }

    TablePlan plan() {
        return plan;
    }

    List<RowKey> gone() {
        List<RowKey> gone = new ArrayList<>();
        held.forEach((id, row) -> {
            if (row == null) {
                gone.add(new RowKey(new Object[] {id}));
            }
        });
        return gone;
    }

    /** @return rows by the plan of their shape, in order */
    Map<TablePlan, List<NewRow>> rows() {
        Map<TablePlan, List<NewRow>> rows = new LinkedHashMap<>();
        held.forEach((id, row) -> {
            if (row != null) {
                rows.computeIfAbsent(row.plan(), x -> new ArrayList<>())
                        .add(new NewRow(row.change(), row.change().after(), id, row.image()));
            }
        });
        return rows;
    }

    /** The window is in the target and covered by the checkpoint. */
    void forget() throws SQLException {
        if (!chosen.isEmpty()) {
            victims.forget(chosen.keySet());
        }
    }
}
