package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.testkit.compare.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The definition of one table. */
final class ShapeComparison {
    /** "They get the columns relay_row_id (primary key) and relay_row_image." */
    private static final List<String> OWN = List.of("relay_row_id", "relay_row_image");

    private final SourceTable source;
    private final AdbTable adb;
    private final Differences differences;

    ShapeComparison(SourceTable source, AdbTable adb, Differences differences) {
        this.source = source;
        this.adb = adb;
        this.differences = differences;
    }

    /** @return whether both have the same columns */
    boolean run() {
        String where = source.name() + ": ";
        boolean keyless = adb.key().equals(OWN.subList(0, 1));
        if (!keyIsOneOfTheSource(keyless)) {
            differences.add(() -> where + "the key is " + adb.key() + ", the source has " + source.primary() + " and "
                    + source.unique());
        }
        if (!adb.distribution().equals(adb.key())) {
            differences.add(() -> where + "is distributed by " + adb.distribution() + ", the key is " + adb.key());
        }
        if (!adb.comment().equals(source.comment())) {
            differences.add(() -> where + "the comment differs");
        }
        SortedSet<String> expected = new TreeSet<>();
        source.columns().forEach(column -> expected.add(column.name()));
        if (keyless) {
            expected.addAll(OWN);
        }
        SortedSet<String> found = new TreeSet<>(adb.columns().keySet());
        differences.names("column", source.name() + ".", expected, found);
        source.columns().stream()
                .filter(column -> found.contains(column.name()))
                .forEach(column -> compare(column, adb.columns().get(column.name())));
        return expected.equals(found);
    }

    /** "Its primary key is that of the source, else the first unique key whose columns are all NOT NULL, else its own." */
    private boolean keyIsOneOfTheSource(boolean keyless) {
        // "ADD PRIMARY KEY: nothing, the target keeps its key", which is one without names or of a unique key.
        return keyless || adb.key().equals(source.primary()) || source.unique().contains(adb.key());
    }

    private void compare(SourceColumn column, AdbTable.Column found) {
        boolean inKey = adb.key().contains(column.name());
        List<String> wrong = new ArrayList<>();
        String type = column.expectedType(inKey);
        if (!type.equals(found.type())) {
            wrong.add("is " + found.type() + ", expected " + type + " for " + column.declared());
        }
        // "NULL to NOT NULL is not carried over": the other way round nothing is wrong.
        if (found.notNull() && !column.mayBeNotNull(inKey)) {
            wrong.add("is NOT NULL");
        }
        if (!found.comment().equals(column.expectedComment())) {
            wrong.add("has another comment");
        }
        wrong.forEach(what -> differences.add(() -> "column " + source.name() + "." + column.name() + " " + what));
    }
}
