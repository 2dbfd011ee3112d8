package io.mysqlrelay.source.record;

/** Rough sizes of values: exact where a value can be large, a constant where it cannot. */
final class Sizes {
    private static final int SMALL = 24;

    private Sizes() {}

    static long of(Object[] row) {
        if (row == null) {
            return 0;
        }
        long size = 0;
        for (Object value : row) {
            if (value instanceof byte[] bytes) {
                size += bytes.length;
            } else if (value instanceof String text) {
                size += text.length();
            }
            size += SMALL;
        }
        return size;
    }
}
