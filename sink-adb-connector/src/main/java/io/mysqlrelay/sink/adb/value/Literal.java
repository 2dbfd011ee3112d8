package io.mysqlrelay.sink.adb.value;

/** Writes values of one column into statements. Thread-safe. */
@FunctionalInterface
interface Literal {
    /**
     * @param value never null
     * @return false, nothing being written, if the value becomes NULL
     * @throws ValueRefused if the column cannot hold it
     */
    boolean write(StringBuilder sql, Object value);
}
