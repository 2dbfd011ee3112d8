package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.change.StreamValue;
import io.mysqlrelay.sink.decode.Coordinates;
import io.mysqlrelay.sink.decode.RecordDecoder;
import io.mysqlrelay.sink.order.RunAfter;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.order.Verdict;
import io.mysqlrelay.sink.target.Checkpoint;
import java.time.Duration;
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
    private final StockPhases stock;
    private final WorkQueue queue;
    private final Consumer<Checkpoint> verifyTopic;
    private final Duration patience;
    private final DeadLetters letters;
    private boolean rereading;
    private long brokenSince;

    /**
     * @param verifyTopic asks Kafka whether the topic still holds the place; called on the apply thread
     * @param patience how long the source may take to repeat what is missing
     * @param letters takes changes that the target refuses
     */
    Intake(
            StreamCursor cursor,
            Planner planner,
            WorkQueue queue,
            Consumer<Checkpoint> verifyTopic,
            Duration patience,
            DeadLetters letters) {
        this.cursor = cursor;
        this.planner = planner;
        this.stock = new StockPhases(cursor, planner);
        this.queue = queue;
        this.verifyTopic = verifyTopic;
        this.patience = patience;
        this.letters = letters;
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
        if (marker != null && marker.type() == MarkerType.RUN) {
            takeRun(marker, identity, record);
            return;
        }
        Verdict verdict = at(record, () -> identity.isStock() ? judgeStock(record, identity) : cursor.judge(identity));
        counters.judged(verdict);
        switch (verdict) {
            case NEW -> {
                StreamValue value = marker != null ? marker : decoder.value(record, identity);
                Delivery delivery = new Delivery(
                        identity,
                        offset,
                        decoder.sourceMillis(record),
                        decoder.isLast(record),
                        decoder.xid(record),
                        decoder.refusal(record),
                        letters.keep(record));
                at(record, () -> {
                    if (identity.isStock()) {
                        stock.before(value, decoder.begin(record), identity);
                    }
                    return planner.plan(value, delivery, counters);
                });
            }
            default -> {
                complain(verdict, identity, record);
                cursor.advance(offset, identity, verdict);
            }
        }
    }

    private Verdict judgeStock(SinkRecord record, RecordIdentity identity) {
        if (cursor.run() != null && !RecordIdentity.isStock(cursor.run())) {
            throw new RelayException(
                    ErrorCode.FOREIGN_RECORD, "a stock connector writes to the topic of the relay's own source");
        }
        stock.begin(decoder.begin(record), identity);
        return cursor.judgeStock(identity, decoder.behind(record, identity));
    }

    private void takeRun(Marker marker, RecordIdentity identity, SinkRecord record) {
        String run = marker.attributes().get("after_run");
        RunAfter after = run == null
                ? null
                : at(
                        record,
                        () -> RunAfter.parse(run + '/' + marker.attributes().get("after_seq")));
        Verdict verdict = at(record, () -> cursor.judgeRun(identity, after));
        counters.judged(verdict);
        switch (verdict) {
            case NEW_RUN -> startRun(marker, identity, record);
            case NEW_RUN_BEHIND_LOSS -> {
                LOG.error(
                        "Source run {} at {} begins behind record {}, which did not come: the last one that came is seq {}"
                                + " of run {}. The run is dropped",
                        identity.run(),
                        Coordinates.of(record),
                        after,
                        cursor.checkpoint().seq(),
                        cursor.run());
                verify("a run begins behind records that are missing");
            }
            default -> complain(verdict, identity, record);
        }
        String start = marker.attributes().get("gtids");
        cursor.advanceRun(
                record.originalKafkaOffset(), identity, verdict, after, start == null ? null : GtidSet.parse(start));
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

    /** @throws RelayException RELAY-3014 when records are missing and the source has not repeated them for long */
    void checkLoss() {
        if (!cursor.broken()) {
            brokenSince = 0;
        } else if (brokenSince == 0) {
            brokenSince = System.nanoTime();
        } else if (System.nanoTime() - brokenSince > patience.toNanos()) {
            Checkpoint place = cursor.checkpoint();
            throw new RelayException(
                    ErrorCode.RECORDS_MISSING,
                    "behind seq " + place.seq() + " of run " + place.run()
                            + "; the target holds everything up to transaction " + place.transaction()
                            + (place.executed() == null ? "" : ", executed " + place.executed()));
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
