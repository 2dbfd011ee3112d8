package io.mysqlrelay.cli;

/** Makes one readable sentence of a failure: the user's first line is a message, never a stack trace. */
public final class Sentences {
    private Sentences() {}

    /** @return the failure's message, or its kind and place when it has none: then it is a defect of the relay */
    public static String of(Throwable failure) {
        if (failure.getMessage() != null) {
            return failure.getMessage();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /**
     * Picks the coded sentence out of a Connect task's trace.
     *
     * @param trace as in the status answer of Connect's REST interface
     */
    public static String ofTrace(String trace) {
        int code = trace.lastIndexOf("RELAY-");
        String from = code >= 0 ? trace.substring(code) : trace;
        int end = from.indexOf('\n');
        return (end < 0 ? from : from.substring(0, end)).strip();
    }
}
