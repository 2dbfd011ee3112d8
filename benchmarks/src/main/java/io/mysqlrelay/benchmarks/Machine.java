package io.mysqlrelay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What the benchmark runs on. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final double QUIET_LOAD = 0.05;
    private static final int QUIET_SECONDS = 3;
    private static final int MOST_SECONDS = 180;

    private Machine() {}

    /** Such as {@code 2 cores (AMD EPYC), 24 GB memory, Linux 6.1.0 amd64, Java 17.0.15}. */
    static String description() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB memory, %s %s %s, Java %s",
                system.getAvailableProcessors(),
                processor(),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                system.getVersion(),
                system.getArch(),
                System.getProperty("java.version"));
    }

    /** Average number of processes that wanted to run in the last minute; above 0 at the start means a disturbed run. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /**
     * Returns when hardly anything runs any more: a target goes on writing pages and purging rows long after its contender's
     * turn, at the cost of whoever is next. After three minutes it returns all the same, and says so.
     */
    static void awaitQuiet() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int quiet = 0;
        double load = 0;
        // The first answer is about the time since the last question.
        system.getCpuLoad();
        for (int second = 0; second < MOST_SECONDS && quiet < QUIET_SECONDS; second++) {
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for a quiet machine", e);
            }
            load = system.getCpuLoad();
            quiet = load < QUIET_LOAD ? quiet + 1 : 0;
        }
        if (quiet < QUIET_SECONDS) {
            System.err.printf("  the machine is not quiet, %.0f %% of its processors are used%n", 100 * load);
        }
    }

    private static String processor() {
        if (!Files.isReadable(CPU_INFO)) {
            return "model unknown";
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("model unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CPU_INFO, e);
        }
    }
}
