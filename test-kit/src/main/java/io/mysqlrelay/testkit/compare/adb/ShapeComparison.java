package io.mysqlrelay.testkit.compare.adb;

import io.mysqlrelay.testkit.compare.Differences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The definition of one table. What it must be follows from the source's alone, by the rules of docs/analyticdb.md for a
 * table without choices of its own; what a table is because of its history is for the caller to expect.
 */
final class ShapeComparison {
    /** "They get the columns relay_row_id (primary key) and relay_row_image, both VARCHAR and in front of the others." */
    private static final List<String> OWN = List.of("relay_row_id", "relay_row_image");

    private static final AdbTable.Column OWN_COLUMN = new AdbTable.Column("varchar", true, null, "", "");

    /** Those of CREATE TABLE ... PRIMARY KEY (...) DISTRIBUTED BY HASH(...), where nothing is chosen. */
    private static final String OPTIONS =
            "INDEX_ALL='Y' STORAGE_POLICY='HOT' ENGINE='XUANWU' TABLE_PROPERTIES='{\"format\":\"columnstore\"}'";

    private static final int MOST_COMMENT = 1_024;

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
        table();
        List<String> expected = new ArrayList<>();
        if (isKeyless()) {
            expected.addAll(OWN);
        }
        source.columns().forEach(column -> expected.add(column.name()));
        List<String> found = List.copyOf(adb.columns().keySet());
        boolean same = new TreeSet<>(expected).equals(new TreeSet<>(found));
        if (same && !expected.equals(found)) {
            int first = 0;
            while (expected.get(first).equals(found.get(first))) {
                first++;
            }
            String wanted = expected.get(first);
            String there = found.get(first);
            differences.add(() -> source.name() + ": column " + there + " is where " + wanted + " is expected");
        }
        differences.names("column", source.name() + ".", new TreeSet<>(expected), new TreeSet<>(found));
        if (isKeyless()) {
            OWN.stream().filter(found::contains).forEach(this::own);
        }
        source.columns().stream()
                .filter(column -> found.contains(column.name()))
                .forEach(column -> compare(column, adb.columns().get(column.name())));
        return same;
    }

    private boolean isKeyless() {
        return adb.key().equals(OWN.subList(0, 1));
    }

    private void table() {
        List<String> key = source.key().isEmpty() ? OWN.subList(0, 1) : source.key();
        String where = source.name() + ": ";
        if (!adb.key().equals(key)) {
            differences.add(() -> where + "the key is " + adb.key() + ", expected " + key);
        }
        if (!adb.distribution().equals(adb.key())) {
            differences.add(() -> where + "is distributed by " + adb.distribution() + ", the key is " + adb.key());
        }
        if (!adb.options().equals(OPTIONS)) {
            differences.add(() -> where + "has the options " + adb.options() + ", expected " + OPTIONS);
        }
        adb.indexes().forEach(index -> differences.add(() -> where + "has an index: " + index));
        if (!adb.comment().equals(cut(source.comment()))) {
            differences.add(() -> where + "the comment differs");
        }
    }

    private void own(String column) {
        AdbTable.Column found = adb.columns().get(column);
        if (!found.equals(OWN_COLUMN)) {
            differences.add(() -> "column " + source.name() + "." + column + " is " + found);
        }
    }

    private void compare(SourceColumn column, AdbTable.Column found) {
        boolean inKey = adb.key().contains(column.name());
        List<String> wrong = new ArrayList<>();
        String type = column.expectedType(inKey);
        if (!type.equals(found.type())) {
            wrong.add("is " + found.type() + ", expected " + type + " for " + column.declared());
        }
        if (found.notNull() != column.expectedNotNull(inKey)) {
            wrong.add(found.notNull() ? "is NOT NULL" : "may be NULL");
        }
        String byDefault = SourceDefault.found(column.value(), found.byDefault());
        if (!Objects.equals(byDefault, column.expectedDefault())) {
            wrong.add("has the default " + byDefault + ", expected " + column.expectedDefault());
        }
        if (!found.extra().isEmpty()) {
            wrong.add("is " + found.extra());
        }
        if (!found.comment().equals(cut(column.comment()))) {
            wrong.add("has another comment");
        }
        wrong.forEach(what -> differences.add(() -> "column " + source.name() + "." + column.name() + " " + what));
    }

    /** "Comments are cut behind 1,024 characters." */
    private static String cut(String comment) {
        return comment.length() <= MOST_COMMENT ? comment : comment.substring(0, MOST_COMMENT);
    }
}
