package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.topic.RunTicket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch kafkaAnswers = new CountDownLatch(1);
    private final List<Long> noted = new CopyOnWriteArrayList<>();

    @Test
    void nobodyWaitsForANoteThatKafkaDoesNotTake() {
        RunProgress progress =
                new RunProgress(new StallingMemory(), new StoredOffset(() -> Map.of("pos", 4L)), Duration.ZERO);
        progress.begin();
        assertTimeoutPreemptively(SOON, () -> {
            progress.stored();
            entered.await();
            progress.stored();
            progress.close();
            progress.stored();
        });
        assertThat(noted).isEmpty();
        kafkaAnswers.countDown();
    }

    @Test
    void progressIsNoted() throws Exception {
        kafkaAnswers.countDown();
        try (RunProgress progress =
                new RunProgress(new StallingMemory(), new StoredOffset(() -> Map.of("pos", 4L)), Duration.ZERO)) {
            progress.stored();
            progress.begin();
            long end = System.nanoTime() + SOON.toNanos();
            while (noted.size() < 2 && System.nanoTime() < end) {
                progress.stored();
                Thread.onSpinWait();
            }
        }
        assertThat(noted).hasSizeGreaterThanOrEqualTo(2).containsOnly(7L);
    }

    private final class StallingMemory implements MigrationMemory {
        @Override
        public void prepare() {}

        @Override
        public RunTicket announce(Map<String, ?> stored) {
            return new RunTicket(7, stored);
        }

        @Override
        public void progress(long generation, Map<String, ?> stored) {
            entered.countDown();
            try {
                if (kafkaAnswers.await(SOON.toSeconds() * 2, TimeUnit.SECONDS)) {
                    noted.add(generation);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String topicId() {
            return "id";
        }

        @Override
        public Optional<SourcePosition> firstBegin() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
