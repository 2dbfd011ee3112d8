package io.mysqlrelay.core.error;

/**
 * A failure that a user can meet. The message is complete: code, what happened, and what to do. It never contains row
 * values or secrets.
 */
public final class RelayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public RelayException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** @param cause may be null */
    public RelayException(ErrorCode code, String detail, Throwable cause) {
        super(code.id() + " " + detail + " [" + code.remedy() + "]", cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
