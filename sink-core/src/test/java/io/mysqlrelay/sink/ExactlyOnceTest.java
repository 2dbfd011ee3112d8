package io.mysqlrelay.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.sink.FakeDatabase.Applied;
import io.mysqlrelay.sink.topic.TopicState;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whatever happens to source, topic, task and target: every change of the source is applied once and in order. */
class ExactlyOnceTest {
    private static final int HISTORIES = Integer.getInteger("relay.histories", 2_000);

    @Test
    void everyChangeIsAppliedOnceAndInOrderWhateverFails() {
        long first = Long.getLong("relay.seed", System.nanoTime());
        System.out.println("seed " + first + " and the next " + HISTORIES);
        for (long seed = first; seed < first + HISTORIES; seed++) {
            try {
                replay(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Drelay.histories=1 -Drelay.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void replay(Random random) {
        RandomStream stream = new RandomStream(random);
        TopicState state = new TopicState(StreamRecords.TOPIC, StreamRecords.TOPIC_ID, 1, 0, stream.topic.size());
        FakeDatabase database = new FakeDatabase(new Random(random.nextLong()), random.nextBoolean() ? 0.05 : 0);
        Object last = stream.expected.get(stream.expected.size() - 1);
        for (int restarts = random.nextInt(4); restarts >= 0; restarts--) {
            work(stream, state, database, random, restarts == 0 ? last : null);
        }
        assertThat(database.applied().stream().map(Applied::id).toList()).isEqualTo(stream.expected);
        assertThat(database.applied().stream()
                        .filter(Applied::safe)
                        .map(Applied::id)
                        .toList())
                .isEqualTo(stream.expectedSafe);
        assertThat(database.loaded()).containsAll(stream.expectedLoaded);
    }

    /** @param until change to wait for; null to stop the task at any moment */
    private static void work(
            RandomStream stream, TopicState state, FakeDatabase database, Random random, Object until) {
        FakeWorker worker = new FakeWorker(stream.topic, state, database, 1 + random.nextInt(12));
        database.forbidChanges(false);
        worker.open();
        int rounds = random.nextInt(30);
        int disturbances = 5;
        int most = 1 + random.nextInt(40);
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (until == null ? rounds-- > 0 : !isApplied(database, until)) {
            worker.poll(most);
            long committed = worker.commit();
            assertThat(committed)
                    .isLessThanOrEqualTo(
                            committed < 0 ? -1 : database.checkpoint().nextOffset());
            // Few: a task that is sent back more often than it reads on would never arrive.
            switch (disturbances > 0 ? random.nextInt(60) : 60) {
                case 0 -> {
                    disturbances--;
                    worker.rewind(random.nextInt(stream.topic.size()));
                }
                case 1 -> {
                    disturbances--;
                    worker.open();
                }
                case 2 -> {
                    disturbances--;
                    worker.close();
                    database.forbidChanges(true);
                    LockSupport.parkNanos(20_000);
                    database.forbidChanges(false);
                    worker.open();
                }
                default -> {}
            }
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
        }
        worker.stop();
        database.forbidChanges(true);
    }

    private static boolean isApplied(FakeDatabase database, Object change) {
        return database.applied().stream().anyMatch(a -> a.id().equals(change));
    }
}
