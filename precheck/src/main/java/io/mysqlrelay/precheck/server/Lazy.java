package io.mysqlrelay.precheck.server;

import java.sql.SQLException;

/** A value that is read at most once, also when reading fails. Thread-safe: one thread reads, the others wait. */
final class Lazy<T> {
    private final Reading<T> reading;
    private T value;
    private SQLException failure;
    private RuntimeException refusal;
    private boolean read;

    Lazy(Reading<T> reading) {
        this.reading = reading;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read() throws SQLException;
    }

    synchronized T get() throws SQLException {
        if (!read) {
            read = true;
            try {
                value = reading.read();
            } catch (SQLException e) {
                failure = e;
            } catch (RuntimeException e) {
                refusal = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        if (refusal != null) {
            throw refusal;
        }
        return value;
    }
}
