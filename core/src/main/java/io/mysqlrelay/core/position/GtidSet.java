package io.mysqlrelay.core.position;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mutable set of GTIDs in MySQL's text form ({@code uuid:1-5:7,uuid:tag:1}). Not thread-safe. Adding the next number
 * of a source, the usual case, costs one tree look-up.
 */
public final class GtidSet {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("[a-z_][a-z0-9_]{0,31}");
    /** The largest number the server assigns is 2^63 - 2, so that the end of an interval plus one is still a long. */
    private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,18})(?:-([1-9][0-9]{0,18}))?");

    /** Per source (and tag): first number of an interval to its last, both inclusive, never touching each other. */
    private final Map<String, TreeMap<Long, Long>> intervals = new TreeMap<>();

    /**
     * @param text as in {@code @@gtid_executed}; line breaks and blanks are ignored, an empty text is the empty set
     * @throws IllegalArgumentException if the text is not a GTID set
     */
    public static GtidSet parse(String text) {
        GtidSet set = new GtidSet();
        for (String member : text.replaceAll("\\s", "").split(",")) {
            if (!member.isEmpty()) {
                set.parseMember(member);
            }
        }
        return set;
    }

    private void parseMember(String member) {
        String[] parts = member.toLowerCase(Locale.ROOT).split(":", -1);
        if (parts.length < 2
                || !UUID.matcher(parts[0]).matches()
                || TAG.matcher(parts[parts.length - 1]).matches()) {
            throw new IllegalArgumentException("not a GTID set member: " + member);
        }
        String source = parts[0];
        for (int i = 1; i < parts.length; i++) {
            if (TAG.matcher(parts[i]).matches()) {
                source = parts[0] + ":" + parts[i];
            } else {
                parseInterval(source, parts[i]);
            }
        }
    }

    private void parseInterval(String source, String interval) {
        Matcher m = INTERVAL.matcher(interval);
        if (m.matches()) {
            BigInteger first = new BigInteger(m.group(1));
            BigInteger last = m.group(2) == null ? first : new BigInteger(m.group(2));
            if (first.compareTo(last) <= 0 && last.compareTo(BigInteger.valueOf(Long.MAX_VALUE)) < 0) {
                add(source, first.longValueExact(), last.longValueExact());
                return;
            }
        }
        throw new IllegalArgumentException("not a GTID interval: " + interval);
    }

    public boolean contains(Gtid gtid) {
        TreeMap<Long, Long> of = intervals.get(gtid.source());
        if (of == null) {
            return false;
        }
        Map.Entry<Long, Long> at = of.floorEntry(gtid.number());
        return at != null && at.getValue() >= gtid.number();
    }

    /** @return true if every GTID of the other set is in this one */
    public boolean containsAll(GtidSet other) {
        return other.intervals.entrySet().stream()
                .allMatch(source -> source.getValue().entrySet().stream().allMatch(i -> covers(source.getKey(), i)));
    }

    private boolean covers(String source, Map.Entry<Long, Long> interval) {
        TreeMap<Long, Long> of = intervals.get(source);
        Map.Entry<Long, Long> at = of == null ? null : of.floorEntry(interval.getKey());
        return at != null && at.getValue() >= interval.getValue();
    }

    public void add(Gtid gtid) {
        add(gtid.source(), gtid.number(), gtid.number());
    }

    private void add(String source, long first, long last) {
        TreeMap<Long, Long> of = intervals.computeIfAbsent(source, s -> new TreeMap<>());
        long from = first;
        long to = last;
        Map.Entry<Long, Long> before = of.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
        }
        for (Map.Entry<Long, Long> next = of.higherEntry(from);
                next != null && next.getKey() <= to + 1;
                next = of.higherEntry(from)) {
            to = Math.max(to, next.getValue());
            of.remove(next.getKey());
        }
        of.put(from, to);
    }

    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    public GtidSet copy() {
        GtidSet copy = new GtidSet();
        intervals.forEach((source, of) -> copy.intervals.put(source, new TreeMap<>(of)));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GtidSet set && set.intervals.equals(intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    /** @return MySQL's text form, sources in order, every tag as a member of its own; empty for the empty set */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        intervals.forEach((source, of) -> {
            text.append(text.isEmpty() ? "" : ",").append(source);
            of.forEach((first, last) -> {
                text.append(':').append(first);
                if (last > first) {
                    text.append('-').append(last);
                }
            });
        });
        return text.toString();
    }
}
