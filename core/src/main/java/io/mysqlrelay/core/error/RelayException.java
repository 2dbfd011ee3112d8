package io.mysqlrelay.core.error;

/**
 * A failure that a user can meet. The message is complete: code, what happened, and what to do. It never contains row
 * values or secrets.
 */
public final class RelayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String detail;

    public RelayException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** @param cause may be null */
    public RelayException(ErrorCode code, String detail, Throwable cause) {
        super(code.id() + " " + detail + " [" + code.remedy() + "]", cause);
        this.code = code;
        this.detail = detail;
    }

    /** @return the same failure, its message saying where it was met */
    public RelayException at(String place) {
        return new RelayException(code, place + ": " + detail, this);
    }

    /** @return what happened, without code and remedy */
    public String detail() {
        return detail;
    }

    public ErrorCode code() {
        return code;
    }
}
