package io.mysqlrelay.testkit.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Collects sentences about differences; all are counted, the first ones are kept. */
public final class Differences {
    static final int LIMIT = 100;
    private static final int SHOWN = 200;

    private final List<String> sentences = new ArrayList<>();
    private long count;

    /** @param sentence only asked for when there is room for it */
    public void add(Supplier<String> sentence) {
        count++;
        if (sentences.size() < LIMIT) {
            sentences.add(sentence.get());
        }
    }

    /**
     * Compares two lists of names.
     *
     * @param what such as {@code table}
     * @param where prefix of each name, such as {@code shop.}
     * @return the names that both have
     */
    public SortedSet<String> names(String what, String where, SortedSet<String> left, SortedSet<String> right) {
        for (String name : left) {
            if (!right.contains(name)) {
                add(() -> what + " " + where + name + " is missing on the right");
            }
        }
        for (String name : right) {
            if (!left.contains(name)) {
                add(() -> what + " " + where + name + " is only on the right");
            }
        }
        SortedSet<String> both = new TreeSet<>(left);
        both.retainAll(right);
        return both;
    }

    /** Compares two definitions line by line and tells the first line that differs; true when they are equal. */
    public boolean definition(String what, String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        String[] leftLines = left.split("\n", -1);
        String[] rightLines = right.split("\n", -1);
        int line = 0;
        while (line < leftLines.length && line < rightLines.length && leftLines[line].equals(rightLines[line])) {
            line++;
        }
        String shownLeft = line < leftLines.length ? leftLines[line].strip() : "(end)";
        String shownRight = line < rightLines.length ? rightLines[line].strip() : "(end)";
        int number = line + 1;
        add(() -> what + " differs in line " + number + " of its definition: left " + cut(shownLeft) + ", right "
                + cut(shownRight));
        return false;
    }

    public long count() {
        return count;
    }

    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
