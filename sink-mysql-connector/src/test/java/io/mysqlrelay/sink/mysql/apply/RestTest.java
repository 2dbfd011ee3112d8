package io.mysqlrelay.sink.mysql.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Rest rest = new Rest(now::get);

    @Test
    void restsDoubleAndEndAtAMinute() {
        assertThat(rest.isOver()).isTrue();
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            rest.begin();
            now.addAndGet(TimeUnit.SECONDS.toNanos(seconds) - 1);
            assertThat(rest.isOver()).isFalse();
            now.addAndGet(1);
            assertThat(rest.isOver()).isTrue();
        }
        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        rest.begin();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest.isOver()).isTrue();
    }
}
