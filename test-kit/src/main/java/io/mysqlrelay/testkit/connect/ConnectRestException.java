package io.mysqlrelay.testkit.connect;

/** A request that the worker refused. */
public final class ConnectRestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    ConnectRestException(String request, int status, String body) {
        super(request + " was answered with " + status + ": " + body);
        this.status = status;
        this.body = body;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The answer's body as sent, usually JSON with {@code error_code} and {@code message}. */
    public String body() {
        return body;
    }
}
