package io.mysqlrelay.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Processor time that processes have used so far, by what they are: it tells which one a figure is limited by. */
record CpuTime(Map<String, Duration> used) {
    static CpuTime of(Map<String, Long> processes) {
        Map<String, Duration> used = new LinkedHashMap<>();
        processes.forEach((name, id) -> ProcessHandle.of(id)
                .flatMap(process -> process.info().totalCpuDuration())
                .ifPresent(time -> used.put(name, time)));
        return new CpuTime(used);
    }

    CpuTime since(CpuTime earlier) {
        Map<String, Duration> difference = new LinkedHashMap<>();
        used.forEach((name, time) -> difference.put(name, time.minus(earlier.used.getOrDefault(name, Duration.ZERO))));
        return new CpuTime(difference);
    }

    /** Such as {@code source 3.1 s, Connect 12.0 s}. */
    @Override
    public String toString() {
        return used.entrySet().stream()
                .map(entry -> String.format(
                        "%s %.1f s", entry.getKey(), entry.getValue().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
