package io.mysqlrelay.sink.order;

/**
 * Where a run of the source begins: it repeats everything behind this record, and relies on everything up to it.
 *
 * @param run the run that wrote the record
 * @param seq its number in that run
 */
public record RunAfter(String run, long seq) {
    /** @return null for null */
    public static RunAfter parse(String text) {
        if (text == null) {
            return null;
        }
        int slash = text.lastIndexOf('/');
        return new RunAfter(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return run + '/' + seq;
    }
}
