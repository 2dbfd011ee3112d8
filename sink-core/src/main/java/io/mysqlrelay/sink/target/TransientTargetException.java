package io.mysqlrelay.sink.target;

/**
 * The target could not be reached or could not take the work now. Nothing is known about the last call's effect: the
 * engine closes the target, opens it again and continues from the checkpoint it then finds. The message names the
 * reason, without row values.
 */
public final class TransientTargetException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Each has its own retry window. */
    public enum Kind {
        /** No connection could be made, or one was lost: {@code retry.connection.minutes}. */
        CONNECTION,
        /** The target answers, but not with what was asked for (deadlock, read-only, disk full): {@code retry.other.minutes}. */
        OTHER
    }

    private final Kind kind;

    public TransientTargetException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
