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
