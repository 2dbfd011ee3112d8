package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.StreamValue;
import io.mysqlrelay.sink.decode.Coordinates;
import io.mysqlrelay.sink.decode.RecordDecoder;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.order.Verdict;
import io.mysqlrelay.sink.target.Checkpoint;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in on the poll thread: judges each, decodes those that count, and gives them to the {@link Planner}. A
 * record is judged before and taken in after its work is planned, so that a window that it cuts off ends before it.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final RecordDecoder decoder = new RecordDecoder();
    private final Counters counters = new Counters();
    private final Set<String> voidRuns = new HashSet<>();
    private final StreamCursor cursor;
    private final Planner planner;
    private final WorkQueue queue;
    private final Consumer<Checkpoint> verifyTopic;
    private boolean rereading;

    /** @param verifyTopic asks Kafka whether the topic still holds the place; called on the apply thread */
    Intake(StreamCursor cursor, Planner planner, WorkQueue queue, Consumer<Checkpoint> verifyTopic) {
        this.cursor = cursor;
        this.planner = planner;
        this.queue = queue;
        this.verifyTopic = verifyTopic;
    }

    long nextOffset() {
        return cursor.nextOffset();
    }

    Counters counters() {
        return counters;
    }

    /** @throws RelayException if a record cannot be understood or may not come now; the intake must not be used again */
    void take(Collection<SinkRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        planner.reopen();
        for (SinkRecord record : records) {
            take(record);
        }
        planner.publish();
        LOG.debug("Taken in up to offset {}: {}", cursor.nextOffset(), counters);
    }

    private void take(SinkRecord record) {
        long offset = record.originalKafkaOffset();
        if (offset < cursor.nextOffset()) {
            counters.redelivered();
            if (!rereading) {
                // Connect may rewind; but a consumer also jumps back when the topic was made again or cut.
                verify("records are read again from offset " + offset);
            }
            rereading = true;
            return;
        }
        rereading = false;
        RecordIdentity identity = decoder.identity(record);
        Marker marker = decoder.isMarker(record) ? (Marker) decoder.value(record, identity) : null;
        boolean runMarker = marker != null && marker.type() == MarkerType.RUN;
        Verdict verdict = at(record, () -> cursor.judge(identity, runMarker));
        counters.judged(verdict);
        switch (verdict) {
            case NEW -> {
                StreamValue value = marker != null ? marker : decoder.value(record, identity);
                Delivery delivery = new Delivery(identity, offset, decoder.sourceMillis(record));
                at(record, () -> planner.plan(value, delivery, counters));
            }
            case NEW_RUN -> {
                startRun(marker, identity, record);
                cursor.advance(offset, identity, verdict);
            }
            default -> {
                complain(verdict, identity, record);
                cursor.advance(offset, identity, verdict);
            }
        }
    }

    private void startRun(Marker marker, RecordIdentity identity, SinkRecord record) {
        String topicId = marker.attributes().get("topic_id");
        if (!cursor.topicId().equals(topicId)) {
            throw new RelayException(
                    ErrorCode.TOPIC_REPLACED,
                    "record " + Coordinates.of(record) + " starts a run for the topic id " + topicId
                            + ", the target's checkpoint belongs to " + cursor.topicId());
        }
        LOG.info("Source run {} begins at {}", identity.run(), Coordinates.of(record));
    }

    private void complain(Verdict verdict, RecordIdentity identity, SinkRecord record) {
        if (verdict == Verdict.HOLE) {
            LOG.error(
                    "Records are missing before {} (run {}, seq {}): the rest of the run is dropped until the source"
                            + " starts again and repeats it. Restart the source connector",
                    Coordinates.of(record),
                    identity.run(),
                    identity.seq());
            verify("records are missing before offset " + record.originalKafkaOffset());
        } else if (verdict == Verdict.VOID && voidRuns.add(identity.run())) {
            LOG.warn(
                    "Records of run {} from {} on are dropped: run {} has replaced it",
                    identity.run(),
                    Coordinates.of(record),
                    cursor.run());
        }
    }

    private void verify(String why) {
        Checkpoint place = cursor.checkpoint();
        queue.add(new Step("check of the topic, because " + why, true, null, target -> verifyTopic.accept(place)));
    }

    private static <T> T at(SinkRecord record, Located<T> work) {
        try {
            return work.call();
        } catch (RelayException e) {
            throw e.at("record " + Coordinates.of(record));
        } catch (IllegalArgumentException e) {
            // Positions and numbers in attributes are text; what cannot be parsed was not written by the source.
            throw new RelayException(
                    ErrorCode.FOREIGN_RECORD, "record " + Coordinates.of(record) + ": " + e.getMessage(), e);
        }
    }

    /** Work on one record, whose failures are reported with its place. */
    @FunctionalInterface
    private interface Located<T> {
        T call();
    }
}
