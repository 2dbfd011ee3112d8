package io.mysqlrelay.sink.mysql.plan;

/** Puts values of one column into a key, the same way at least whenever the server takes two of them for equal. */
@FunctionalInterface
interface Canonical {
    /**
     * @param value never null
     * @return false if the server may take the value for equal to one that looks different
     */
    boolean put(Object value, KeyHash hash);
}
