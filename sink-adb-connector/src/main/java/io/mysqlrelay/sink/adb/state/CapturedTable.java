package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.TableName;

/**
 * A row of {@code tables}.
 *
 * @param existed its rows from before the migration are kept and overwritten
 * @param skipUntil encoded position of the snapshot it was read in; null for none
 * @param slots what a keyless table's images consist of; null for other tables
 * @param slotsAt the last statement that changed them; null for none
 * @param notes what the target does not have of it, a line each; null for nothing
 * @param identity name of the source's key that the target's is made of, PRIMARY or a unique key's; null if there is none, or
 *     it is not known
 */
public record CapturedTable(
        TableName name,
        State state,
        boolean existed,
        boolean keyless,
        String skipUntil,
        long rowCount,
        String slots,
        String slotsAt,
        String notes,
        String identity) {
    /** Where a table stands. */
    public enum State {
        PLANNED,
        CREATED,
        EXISTING,
        LOADING,
        LOADED,
        /** Dropped at the source, and left in the target with its rows. */
        LEFT
    }

    static CapturedTable claimed(TableName name, State state, boolean existed) {
        return new CapturedTable(name, state, existed, false, null, 0, null, null, null, null);
    }

    public CapturedTable in(State to) {
        return new CapturedTable(name, to, existed, keyless, skipUntil, rowCount, slots, slotsAt, notes, identity);
    }

    public CapturedTable named(TableName to) {
        return new CapturedTable(to, state, existed, keyless, skipUntil, rowCount, slots, slotsAt, notes, identity);
    }

    public CapturedTable counting(long rows) {
        return new CapturedTable(name, state, existed, keyless, skipUntil, rows, slots, slotsAt, notes, identity);
    }

    public CapturedTable read(boolean withoutKey, String position) {
        return new CapturedTable(
                name, State.LOADING, existed, withoutKey, position, 0, slots, slotsAt, notes, identity);
    }

    public CapturedTable withSlots(String to, String at) {
        return new CapturedTable(name, state, existed, keyless, skipUntil, rowCount, to, at, notes, identity);
    }

    public CapturedTable noting(String lines) {
        return new CapturedTable(name, state, existed, keyless, skipUntil, rowCount, slots, slotsAt, lines, identity);
    }

    public CapturedTable identifiedBy(String key) {
        return new CapturedTable(name, state, existed, keyless, skipUntil, rowCount, slots, slotsAt, notes, key);
    }
}
