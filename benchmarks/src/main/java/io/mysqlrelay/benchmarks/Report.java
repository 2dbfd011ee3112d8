package io.mysqlrelay.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The run's result as Markdown. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    Report(Options options, String mysql, double load) {
        lines.add("Machine: " + Machine.description() + ", all servers included; load before the run "
                + String.format(Locale.ROOT, "%.1f", load) + ".");
        lines.add("MySQL " + mysql + ": " + join(TestBed.SERVER_OPTIONS)
                + ", GTIDs, row images FULL, on source and targets.");
        lines.add("Tables: " + SysbenchTables.COUNT + " with " + options.rows() + " rows each. Backlog: "
                + options.transactions() + " transactions of " + WriteOnlyLoad.CHANGES_PER_TRANSACTION
                + " row changes, by " + options.writers() + " threads. Connect worker: -Xmx" + options.heap() + ".");
    }

    /** Adds a table. The ratio is to {@code base}, the name of a contender, when it was measured. */
    void table(String title, String unit, List<Measurement> figures, String base) {
        double reference = figures.stream()
                .filter(figure -> figure.contender().equals(base))
                .mapToDouble(Measurement::rowsPerSecond)
                .findFirst()
                .orElse(Double.NaN);
        lines.add("");
        lines.add("| " + title + " | " + unit + " | seconds | ratio | processor time | busiest thread |");
        lines.add("|---|---|---|---|---|---|");
        for (Measurement figure : figures) {
            double ratio = figure.rowsPerSecond() / reference;
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %s | %s | %s |",
                    figure.contender(),
                    figure.rowsPerSecond(),
                    figure.seconds(),
                    Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.2f", ratio),
                    figure.cpu(),
                    figure.cpu().threads().busiest()));
        }
    }

    /** Adds the table of latencies, by contender, in their order. */
    void latencies(Map<String, Latency> figures, Map<String, CpuTime> cpu) {
        lines.add("");
        lines.add("| Steady state | changes/s | p50 ms | p99 ms | longest ms | processor time |");
        lines.add("|---|---|---|---|---|---|");
        figures.forEach((contender, figure) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.0f | %.0f | %.0f | %s |",
                contender,
                figure.changesPerSecond(),
                figure.median(),
                figure.p99(),
                figure.longest(),
                cpu.get(contender))));
    }

    /** Adds a paragraph. */
    void note(String text) {
        lines.add("");
        lines.add(text);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    private static String join(Map<String, String> settings) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(settings).forEach((name, value) -> words.add(name + "=" + value));
        return String.join(", ", words);
    }
}
