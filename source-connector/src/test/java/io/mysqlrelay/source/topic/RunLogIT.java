package io.mysqlrelay.source.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogIT {
    @TempDir
    static Path folder;

    private static KafkaBroker kafka;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static SourceConfig migration(String prefix) {
        SourceConfig config = SourceConfig.parse(
                Settings.with("topic.prefix", prefix, "kafka.bootstrap.servers", kafka.bootstrapServers()));
        try (ChangeTopic topic = new ChangeTopic(config)) {
            topic.ensure();
        }
        return config;
    }

    private static Map<String, Object> offset(String run, long seq, long pos) {
        return Map.of("file", "b.1", "pos", pos, "relay_run", run, "relay_seq", seq);
    }

    private static long pos(RunTicket ticket) {
        return ((Number) ticket.from().get("pos")).longValue();
    }

    @Test
    void everyStartHasAGreaterNumberAndBeginsWhereConnectSays() {
        try (RunLog runs = new RunLog(migration("numbers"))) {
            RunTicket first = runs.announce(null, false);
            assertThat(first.from()).isNull();
            RunTicket second = runs.announce(offset(first.generation() + "-x", 5, 100), true);
            assertThat(second.generation()).isGreaterThan(first.generation());
            assertThat(pos(second)).isEqualTo(100);
        }
    }

    @Test
    void anOffsetOfAReplacedRunIsNotBelieved() {
        try (RunLog runs = new RunLog(migration("stale"))) {
            long old = runs.announce(null, false).generation();
            long next = runs.announce(offset(old + "-a", 5, 100), true).generation();
            RunTicket third = runs.announce(offset(old + "-a", 9, 500), true);
            assertThat(pos(third)).as("where the second run began").isEqualTo(100);
            runs.progress(next, offset(next + "-b", 7, 300));
            assertThat(pos(runs.announce(offset(old + "-a", 9, 500), true)))
                    .as("progress of a run that is not the newest does not count")
                    .isEqualTo(100);
        }
    }

    @Test
    void progressMovesTheStartOfTheNext() {
        try (RunLog runs = new RunLog(migration("progress"))) {
            long old = runs.announce(null, false).generation();
            long next = runs.announce(offset(old + "-a", 5, 100), true).generation();
            runs.progress(next, offset(next + "-b", 7, 300));
            runs.progress(next, offset(old + "-a", 9, 500));
            assertThat(pos(runs.announce(offset(old + "-a", 9, 500), true))).isEqualTo(300);
        }
    }

    @Test
    void anOffsetThatAUserHasSetIsUsed() {
        try (RunLog runs = new RunLog(migration("set"))) {
            long old = runs.announce(null, false).generation();
            runs.announce(offset(old + "-a", 5, 100), true);
            assertThat(pos(runs.announce(Map.of("file", "b.1", "pos", 7L), true)))
                    .isEqualTo(7);
        }
    }

    @Test
    void aLostTopicIsRefusedUnlessConnectsOffsetKnowsTheNumber() {
        try (RunLog runs = new RunLog(migration("lost"))) {
            assertThatThrownBy(() -> runs.announce(null, true))
                    .isInstanceOf(RelayException.class)
                    .hasMessageContaining("RELAY-3104")
                    .hasMessageContaining("lost.runs");
            assertThat(runs.announce(offset("41-a", 5, 100), true).generation()).isEqualTo(42);
        }
    }

    @Test
    void startsAtTheSameMomentHaveDifferentNumbers() throws Exception {
        SourceConfig config = migration("race");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Long>> starts = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<Long>) () -> {
                        try (RunLog runs = new RunLog(config)) {
                            return runs.announce(null, false).generation();
                        }
                    })
                    .toList();
            Set<Long> numbers = new HashSet<>();
            for (Future<Long> number : threads.invokeAll(starts)) {
                numbers.add(number.get());
            }
            assertThat(numbers).hasSize(12);
        } finally {
            threads.shutdownNow();
        }
    }
}
