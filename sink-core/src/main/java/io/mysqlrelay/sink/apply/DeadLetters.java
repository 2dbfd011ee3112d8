package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connect's collector of records that cannot be applied, if the user has both allowed that and set one up. */
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private static final String TOLERANCE = "errors.tolerance";

    /** Null when a record that cannot be applied ends the task. */
    private final ErrantRecordReporter reporter;

    private DeadLetters(ErrantRecordReporter reporter) {
        this.reporter = reporter;
    }

    public static DeadLetters of(SinkTaskContext context) {
        // The reporter is there without the tolerance too, and then fails the task only after it has reported.
        if (!"all".equalsIgnoreCase(context.configs().get(TOLERANCE))) {
            return new DeadLetters(null);
        }
        ErrantRecordReporter reporter = context.errantRecordReporter();
        if (reporter == null) {
            LOG.warn(
                    "{}=all, but neither errors.deadletterqueue.topic.name nor errors.log.enable is set: a row that the"
                            + " target refuses would be lost, so it stops the task",
                    TOLERANCE);
        }
        return new DeadLetters(reporter);
    }

    boolean collected() {
        return reporter != null;
    }

    /** @return the record as long as it may be needed; null, so that it is not held in memory, when it is not */
    SinkRecord keep(SinkRecord record) {
        return reporter == null ? null : record;
    }

    /**
     * Returns when all are stored.
     *
     * @param failures of the records, in their order
     */
    void store(List<SinkRecord> records, List<RelayException> failures) {
        List<Future<Void>> stored = new ArrayList<>();
        try {
            for (int i = 0; i < records.size(); i++) {
                stored.add(reporter.report(records.get(i), failures.get(i)));
            }
            for (Future<Void> future : stored) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(records, "interrupted", e);
        } catch (ExecutionException | CancellationException | ConnectException e) {
            throw failed(records, e.getMessage(), e);
        }
    }

    private static RelayException failed(List<SinkRecord> records, String why, Exception cause) {
        return new RelayException(
                ErrorCode.DEAD_LETTERS,
                records.size() + " records from offset " + records.get(0).originalKafkaOffset() + " on: " + why,
                cause);
    }
}
