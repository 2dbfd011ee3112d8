package io.mysqlrelay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of a process's threads (Linux, proc(5)) except the JVM's own. The one that works longest bounds how fast the
 * process can be with any number of processors.
 *
 * @param byThread hundredths of a second by the thread's folder in /proc
 */
record ThreadTimes(Map<Path, Long> byThread) {
    static final ThreadTimes NONE = new ThreadTimes(Map.of());

    /** After the name: state is the first, user time the twelfth, system time the thirteenth. */
    private static final int USER = 11;

    /** Compilers and collectors have work of their own, and less of it the longer the process runs. */
    private static final List<String> JVM = List.of("C1 ", "C2 ", "GC ", "G1 ", "VM ", "Sweeper");

    static ThreadTimes of(long process) {
        Path folder = Path.of("/proc", Long.toString(process), "task");
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        Map<Path, Long> times = new HashMap<>();
        try (Stream<Path> threads = Files.list(folder)) {
            for (Path thread : threads.toList()) {
                read(thread, times);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return new ThreadTimes(times);
    }

    private static void read(Path thread, Map<Path, Long> times) throws IOException {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, end);
            if (JVM.stream().noneMatch(name::startsWith)) {
                String[] fields = stat.substring(end + 2).split(" ");
                times.put(thread, Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]));
            }
        } catch (NoSuchFileException e) {
            // The thread has ended since the folder was listed, and has no time any more.
        }
    }

    ThreadTimes since(ThreadTimes earlier) {
        Map<Path, Long> difference = new HashMap<>();
        byThread.forEach((thread, time) -> difference.put(thread, time - earlier.byThread.getOrDefault(thread, 0L)));
        return new ThreadTimes(difference);
    }

    /** Such as {@code 9.3 s}; {@code -} when it is not known. */
    String busiest() {
        return byThread.values().stream()
                .max(Long::compare)
                .map(time -> CpuTime.seconds(Duration.ofMillis(time * 10)))
                .orElse("-");
    }
}
