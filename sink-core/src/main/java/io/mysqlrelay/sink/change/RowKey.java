package io.mysqlrelay.sink.change;

import java.util.Arrays;

/** Values of a row's identity, equal when their bytes are. */
public record RowKey(Object[] values) {
    @Override
    public boolean equals(Object other) {
        return other instanceof RowKey key && Arrays.deepEquals(values, key.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** Never the values: they are row data. */
    @Override
    public String toString() {
        return "key of " + values.length + " columns";
    }
}
