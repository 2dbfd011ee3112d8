package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.error.RelayException;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The failure that a transform has ended with. A task with errors.tolerance=all would leave out the record at which a
 * transform fails and go on with the next; so every later record fails too, and nothing behind the first gets past it.
 * Connect stores no source offset for such records: a restart begins again at the first of them.
 */
final class FirstFailure {
    private RelayException failure;

    /** @throws ConnectException if there was one */
    void rethrow() {
        if (failure != null) {
            throw new ConnectException(failure.getMessage(), failure);
        }
    }

    /** @return to be thrown; Connect shows its message as the task's state */
    ConnectException set(RelayException first) {
        failure = first;
        return new ConnectException(first.getMessage(), first);
    }
}
