package io.mysqlrelay.core.stream;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;

/**
 * Identity of one record on the change topic. Text form: {@code run/seq/ordinal/transaction}.
 *
 * <p>(transaction, ordinal) names the change in the source's history and survives any restart of the source. (run, seq)
 * names the delivery: seq counts a run's records without a hole, so a consumer sees a lost record, and a run that has
 * been replaced is recognised although its producer still writes.
 *
 * @param run one start of the source task: its generation, a hyphen, and more; never contains a slash
 * @param seq 0 for the run's first record (its RUN marker), then one more for each record
 * @param ordinal number of the row change or statement within its transaction, counted before any filter; 0-based; 0
 *     outside transactions
 * @param transaction GTID, or {@code file:position} of the transaction's first event, or {@link #NO_TRANSACTION}
 */
public record RecordIdentity(String run, long seq, long ordinal, String transaction) {
    /** Transaction of markers, heartbeats, schema statements and rows of the full load. */
    public static final String NO_TRANSACTION = "-";

    /** Begins the runs of a stream that a stock connector wrote: they have no number and no RUN marker. */
    public static final String STOCK_RUN = "stock-";

    public String encode() {
        return run + '/' + seq + '/' + ordinal + '/' + transaction;
    }

    /**
     * @param text the header's value; may be null when the header is missing
     * @throws RelayException if the record was not written by this product's source
     */
    public static RecordIdentity decode(String text) {
        if (text != null) {
            int a = text.indexOf('/');
            int b = text.indexOf('/', a + 1);
            int c = text.indexOf('/', b + 1);
            if (a > 0 && b > a && c > b && c < text.length() - 1) {
                try {
                    long seq = Long.parseLong(text, a + 1, b, 10);
                    long ordinal = Long.parseLong(text, b + 1, c, 10);
                    if (seq >= 0 && ordinal >= 0) {
                        return new RecordIdentity(text.substring(0, a), seq, ordinal, text.substring(c + 1));
                    }
                } catch (NumberFormatException e) {
                    throw new RelayException(ErrorCode.FOREIGN_RECORD, "identity header is malformed", e);
                }
            }
        }
        throw new RelayException(ErrorCode.FOREIGN_RECORD, "identity header is missing or malformed");
    }

    /**
     * @return the run's number: a later start of the source has a greater one
     * @throws RelayException if the run was not named by this product's source
     */
    public static long generation(String run) {
        int hyphen = run.indexOf('-');
        if (hyphen > 0) {
            try {
                return Long.parseLong(run, 0, hyphen, 10);
            } catch (NumberFormatException e) {
                throw new RelayException(ErrorCode.FOREIGN_RECORD, "run " + run + " has no number", e);
            }
        }
        throw new RelayException(ErrorCode.FOREIGN_RECORD, "run " + run + " has no number");
    }

    /** @return true if a stock connector's record was made into this one */
    public boolean isStock() {
        return isStock(run);
    }

    /** @param run may be null */
    public static boolean isStock(String run) {
        return run != null && run.startsWith(STOCK_RUN);
    }

    public boolean inTransaction() {
        return !transaction.equals(NO_TRANSACTION);
    }
}
