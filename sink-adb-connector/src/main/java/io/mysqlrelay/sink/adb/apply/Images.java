package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.sink.adb.value.CanonicalTexts;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Images of a keyless table's rows: a digest of 8 characters per column, one after the other, in the order in which the
 * table got its columns. A column that is added later leaves the images of earlier rows as they are, only shorter; one that
 * is dropped leaves a place in them that no longer counts.
 */
final class Images {
    private static final int WIDTH = 8;
    private static final int BYTES = 6;
    /** Of columns that do not tell rows apart. */
    private static final String NOTHING = ".".repeat(WIDTH);

    private static final String ANY = "_".repeat(WIDTH);

    private final Slots slots;
    private final RowShape shape;
    /** Place of each slot's column in the stream's row; -1 for none. */
    private final int[] places;

    /** @throws IllegalArgumentException if a column has no slot: rows that differ in it alone would be taken for one */
    Images(Slots slots, RowShape shape) {
        Set<String> missing = slots.missing(shape.columns().stream().map(ColumnShape::name));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("columns without a place in the images: " + missing);
        }
        this.slots = slots;
        this.shape = shape;
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            byName.put(shape.columns().get(i).name().toLowerCase(Locale.ROOT), i);
        }
        places = slots.all().stream()
                .mapToInt(s -> s.counts() ? byName.getOrDefault(s.name().toLowerCase(Locale.ROOT), -1) : -1)
                .toArray();
    }

    /** @return what is written beside the row */
    String of(Object[] row) {
        StringBuilder image = new StringBuilder(places.length * WIDTH);
        for (int place : places) {
            image.append(place < 0 ? NOTHING : digest(place, row[place]));
        }
        return image.toString();
    }

    /**
     * @param fills tells whether a row's value is the one that rows got when the slot's column was added
     * @return patterns of LIKE, of which a row equal to this one matches at least one, whenever it was written
     */
    List<String> patterns(Object[] row, Fills fills) {
        List<String> patterns = new ArrayList<>();
        for (int length = places.length; length >= 1; length--) {
            StringBuilder pattern = new StringBuilder(length * WIDTH);
            for (int i = 0; i < length; i++) {
                Slots.Slot slot = slots.all().get(i);
                pattern.append(slot.dropped() ? ANY : places[i] < 0 ? NOTHING : digest(places[i], row[places[i]]));
            }
            patterns.add(pattern.toString());
            // Rows without the last of these columns have the value in it that it was added with.
            Slots.Slot last = slots.all().get(length - 1);
            boolean added = last.fill() != null;
            if (!added
                    || (places[length - 1] >= 0
                            && !fills.is(places[length - 1], row[places[length - 1]], last.fill()))) {
                break;
            }
        }
        return patterns;
    }

    /** @return true if the row that has this image may be one that the patterns are of */
    static boolean matches(String image, List<String> patterns) {
        return patterns.stream().anyMatch(p -> p.length() == image.length() && same(image, p));
    }

    private static boolean same(String image, String pattern) {
        for (int i = 0; i < image.length(); i++) {
            if (pattern.charAt(i) != '_' && pattern.charAt(i) != image.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String digest(int place, Object value) {
        ColumnShape column = shape.columns().get(place);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            if (value != null) {
                sha.update((byte) 1);
                sha.update(
                        value instanceof byte[] bytes && CanonicalTexts.isBytes(column.type())
                                ? bytes
                                : CanonicalTexts.of(column, value).getBytes(StandardCharsets.UTF_8));
            }
            // Without the characters that mean something in LIKE.
            return Base64.getEncoder()
                    .encodeToString(Arrays.copyOf(sha.digest(), BYTES))
                    .replace('/', '-');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Compares a value with what a column was added with. */
    @FunctionalInterface
    interface Fills {
        boolean is(int place, Object value, String fill);
    }
}
