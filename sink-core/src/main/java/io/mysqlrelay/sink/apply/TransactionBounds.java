package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.config.EngineSettings;
import java.util.Locale;

/** Where the source's transactions begin and end, for windows that hold nothing but whole ones. */
final class TransactionBounds {
    private final long maxBytes;
    /** Null between transactions. */
    private String transaction;

    private long bytes;

    /** @param maxBytes of row values of a transaction */
    TransactionBounds(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    boolean inside() {
        return transaction != null;
    }

    /** @return true if all transactions before this record have ended, which shows now at the latest */
    boolean passedBefore(Delivery delivery) {
        if (delivery.identity().transaction().equals(transaction)) {
            return false;
        }
        ended();
        return true;
    }

    /**
     * Takes in a row change.
     *
     * @param size of its values; 0 when it is left out
     * @throws RelayException RELAY-3018 if the transaction has become too large to wait for its end
     */
    void follow(Delivery delivery, long size) {
        transaction = delivery.identity().transaction();
        bytes += size;
        if (delivery.last()) {
            ended();
        } else if (bytes > maxBytes) {
            throw new RelayException(
                    ErrorCode.TRANSACTION_TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "transaction %s has more than %d bytes of row values (%s)",
                            transaction,
                            maxBytes,
                            EngineSettings.TRANSACTION_BYTES));
        }
    }

    /** A record that is outside transactions, or one by itself. */
    void ended() {
        transaction = null;
        bytes = 0;
    }
}
