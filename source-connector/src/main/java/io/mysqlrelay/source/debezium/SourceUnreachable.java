package io.mysqlrelay.source.debezium;

/** The source did not answer; trying again later is right. */
final class SourceUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SourceUnreachable(String doing, Throwable cause) {
        super(doing + (cause == null ? "" : ": " + cause.getMessage()), cause);
    }
}
