package io.mysqlrelay.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time that processes have used so far: it tells which one a figure is limited by.
 *
 * @param used by what the processes are
 * @param threads of the Connect worker, if there is one
 */
record CpuTime(Map<String, Duration> used, ThreadTimes threads) {
    static CpuTime of(Map<String, Long> processes) {
        Map<String, Duration> used = new LinkedHashMap<>();
        processes.forEach((name, id) -> ProcessHandle.of(id)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> used.put(name, time)));
        Long worker = processes.get(TestBed.CONNECT);
        return new CpuTime(used, worker == null ? ThreadTimes.NONE : ThreadTimes.of(worker));
    }

    CpuTime since(CpuTime earlier) {
        Map<String, Duration> difference = new LinkedHashMap<>();
        used.forEach((name, time) -> difference.put(name, time.minus(earlier.used.getOrDefault(name, Duration.ZERO))));
        return new CpuTime(difference, threads.since(earlier.threads));
    }

    /** Such as {@code source 3.1 s, Connect 12.0 s}. */
    @Override
    public String toString() {
        return used.entrySet().stream()
                .map(entry -> entry.getKey() + " " + seconds(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String seconds(Duration time) {
        return String.format("%.1f s", time.toMillis() / 1000.0);
    }
}
