package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.sql.Lines;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the images of a keyless table's rows consist of: all columns that it ever had, in the order in which it got them.
 * Immutable.
 */
public record Slots(List<Slot> all) {
    /**
     * One column's place in the images.
     *
     * @param generated the full load has no values of it, so it does not tell rows apart
     * @param fill what rows that were there got when the column was added, as in a statement; null for a column that the
     *     table began with
     */
    public record Slot(String name, boolean generated, boolean dropped, String fill) {
        boolean counts() {
            return !generated && !dropped;
        }
    }

    public Slots {
        all = List.copyOf(all);
    }

    /** @param generated names of columns that are generated on the source */
    public static Slots of(AdbTable table, Set<String> generated) {
        return new Slots(table.columns().stream()
                .map(AdbColumn::name)
                .filter(c -> !RowId.isOne(c))
                .map(c -> new Slot(c, generated.contains(c), false, null))
                .toList());
    }

    /** @return the slots after a step on the table */
    public Slots after(Step step) {
        List<Slot> next = new ArrayList<>(all);
        switch (step.kind()) {
            case ADD_COLUMN -> next.add(new Slot(step.to(), false, false, step.from()));
            case DROP_COLUMN ->
                next.replaceAll(s -> is(s, step.to()) ? new Slot(s.name(), s.generated(), true, s.fill()) : s);
            case RENAME_COLUMN ->
                next.replaceAll(s -> is(s, step.from()) ? new Slot(step.to(), s.generated(), false, s.fill()) : s);
            default -> {
                return this;
            }
        }
        return new Slots(next);
    }

    /** @return names of columns, in lower case, that have no place in the images */
    Set<String> missing(Stream<String> columns) {
        return columns.map(c -> c.toLowerCase(Locale.ROOT))
                .filter(c -> !RowId.isOne(c) && all.stream().noneMatch(s -> is(s, c)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param table as somebody has changed it by hand
     * @return the slots of the table's columns; new ones were added with the default that they have
     * @throws RelayException RELAY-4067 if columns have come and gone, so that one may be another by a new name
     */
    Slots as(AdbTable table) {
        List<Slot> next = new ArrayList<>();
        Set<String> gone = new TreeSet<>();
        for (Slot slot : all) {
            boolean lost = !slot.dropped() && table.column(slot.name()).isEmpty();
            if (lost) {
                gone.add(slot.name());
            }
            next.add(lost ? new Slot(slot.name(), slot.generated(), true, slot.fill()) : slot);
        }
        Set<String> added = missing(table.columns().stream().map(AdbColumn::name));
        if (!gone.isEmpty() && !added.isEmpty()) {
            throw new RelayException(
                    ErrorCode.ADB_TABLE,
                    "table " + table.name() + " (no key) has lost the columns " + gone + " and got " + added
                            + " by hand: change one of them at a time, with a start of the task in between");
        }
        for (AdbColumn column : table.columns()) {
            if (added.contains(column.name().toLowerCase(Locale.ROOT))) {
                next.add(new Slot(
                        column.name(), false, false, column.byDefault() == null ? "NULL" : column.byDefault()));
            }
        }
        return new Slots(next);
    }

    private static boolean is(Slot slot, String column) {
        return !slot.dropped() && slot.name().equalsIgnoreCase(column);
    }

    /** @return a line per slot; names of columns have neither tabs nor line ends */
    public String encode() {
        StringBuilder text = new StringBuilder();
        for (Slot s : all) {
            text.append(s.name())
                    .append('\t')
                    .append(s.dropped() ? 'd' : s.generated() ? 'g' : 'c')
                    .append('\t');
            text.append(s.fill() == null ? "-" : "+" + Lines.escaped(s.fill()));
            text.append('\n');
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException if the text is not of {@link #encode} */
    public static Slots decode(String text) {
        List<Slot> slots = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            String[] f = line.split("\t", -1);
            if (f.length != 3 || f[1].length() != 1) {
                throw new IllegalArgumentException("not the slot of an image");
            }
            String fill = f[2].equals("-") ? null : Lines.plain(f[2].substring(1));
            slots.add(new Slot(f[0], f[1].equals("g"), f[1].equals("d"), fill));
        }
        return new Slots(slots);
    }
}
