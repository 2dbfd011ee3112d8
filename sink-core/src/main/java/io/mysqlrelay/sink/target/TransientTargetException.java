package io.mysqlrelay.sink.target;

/**
 * The target could not be reached or could not take the work now (connection lost, deadlock, lock wait, read-only).
 * Nothing is known about the last call's effect: the engine closes the target, opens it again and continues from the
 * checkpoint it then finds. The message names the reason, without row values.
 */
public final class TransientTargetException extends Exception {
    private static final long serialVersionUID = 1L;

    public TransientTargetException(String message, Throwable cause) {
        super(message, cause);
    }
}
