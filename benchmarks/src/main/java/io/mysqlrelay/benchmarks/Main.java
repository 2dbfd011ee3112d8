package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.compare.ComparisonResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The end-to-end benchmark: full load of sysbench-like tables, the backlog of a write-only load, then
 * the latency of changes at a steady rate. All contenders copy
 * the same source in the same run, one after another. Exit code 1 when a target is not equal to the source.
 */
public final class Main {
    private static final long SEED = 20_240_229;
    private static final int COLD_SECONDS = 10;

    private final Options options;
    private final TestBed bed;
    private final Report report;
    private int marks;

    private Main(Options options, TestBed bed, Report report) {
        this.options = options;
        this.bed = bed;
        this.report = report;
    }

    /** @param arguments see {@code docs/benchmarks.md} */
    public static void main(String... arguments) throws IOException, SQLException {
        Path home = Path.of(System.getProperty("benchmark.home", ".")).toAbsolutePath();
        Options options;
        try {
            options = Options.parse(home.resolve("benchmarks"), arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        double load = Machine.load();
        boolean equal;
        try (TestBed bed = TestBed.start(options, home)) {
            Report report = new Report(options, bed.source().version(), load);
            equal = new Main(options, bed, report).run();
            System.out.print(report);
            Files.writeString(options.report(), report.toString());
        }
        // Kafka leaves threads behind that are not daemons.
        System.exit(equal ? 0 : 1);
    }

    private boolean run() throws SQLException {
        say("filling the source");
        SysbenchTables.create(bed.source());
        SysbenchTables.fill(bed.source(), options.rows(), SEED);
        report.table("Full load", "rows/s", fullLoads(), peer());
        say("writing the backlog");
        WriteOnlyLoad.run(bed.source(), options.rows(), options.transactions(), options.writers(), SEED);
        report.table(
                "Backlog",
                "row changes/s",
                catchUps(mark(), (long) options.transactions() * WriteOnlyLoad.CHANGES_PER_TRANSACTION),
                peer());
        if (options.largeTransactions() > 0) {
            say("writing large transactions");
            for (int i = 0; i < options.largeTransactions(); i++) {
                SysbenchTables.updateAll(bed.source());
            }
            long changes = (long) options.largeTransactions() * options.rows() * SysbenchTables.COUNT;
            report.table("Large transactions", "row changes/s", catchUps(mark(), changes), peer());
        }
        if (options.steadySeconds() > 0) {
            steadyState();
        }
        return compare();
    }

    /** The replica takes part untimed: it replays the statements' rows from the binlog instead of reading tables. */
    private List<Measurement> fullLoads() {
        long rows = (long) SysbenchTables.COUNT * options.rows();
        List<Measurement> figures = new ArrayList<>();
        for (Contender contender : bed.contenders()) {
            say("full load: " + contender.name());
            Measurement figure = StopWatch.measure(
                    contender,
                    rows,
                    bed.processes(contender),
                    contender::start,
                    target -> SysbenchTables.hasLastRows(target, options.rows()));
            if (!(contender instanceof Replica)) {
                figures.add(told(figure));
            }
            // Only a contender that follows the binlog has left its full load behind and can be stopped.
            int mark = mark();
            StopWatch.await(contender, target -> SysbenchTables.hasMark(target, mark));
            contender.stop();
        }
        return figures;
    }

    private List<Measurement> catchUps(int end, long changes) {
        List<Measurement> figures = new ArrayList<>();
        for (Contender contender : bed.contenders()) {
            say("catching up: " + contender.name());
            figures.add(told(StopWatch.measure(
                    contender,
                    changes,
                    bed.processes(contender),
                    contender::resume,
                    target -> SysbenchTables.hasMark(target, end))));
            contender.stop();
        }
        return figures;
    }

    private void steadyState() {
        Map<String, Latency> latencies = new LinkedHashMap<>();
        Map<String, CpuTime> cpu = new LinkedHashMap<>();
        for (Contender contender : bed.contenders()) {
            say("steady state: " + contender.name());
            int number = latencies.size();
            // What was written while others had their turn.
            int mark = mark();
            contender.resume();
            StopWatch.await(contender, target -> SysbenchTables.hasMark(target, mark));
            SteadyLoad load = new SteadyLoad(
                    number, options.writers(), options.steadyChanges(), COLD_SECONDS + options.steadySeconds());
            Machine.awaitQuiet();
            CpuTime before = CpuTime.of(bed.processes(contender));
            load.run(bed.source(), contender, options.rows(), SEED + number);
            cpu.put(contender.name(), CpuTime.of(bed.processes(contender)).since(before));
            Latency latency = load.latency(COLD_SECONDS);
            latencies.put(contender.name(), latency);
            System.err.printf(
                    "  %.0f ms, 99 %% below %.0f ms, at %.0f changes/s (%s)%n",
                    latency.median(), latency.p99(), latency.changesPerSecond(), cpu.get(contender.name()));
            int end = mark();
            StopWatch.await(contender, target -> SysbenchTables.hasMark(target, end));
            contender.stop();
        }
        report.latencies(latencies, cpu);
    }

    private boolean compare() throws SQLException {
        boolean equal = true;
        // What was written while others had their turn.
        int end = mark();
        for (Contender contender : bed.contenders()) {
            say("comparing: " + contender.name());
            contender.resume();
            StopWatch.await(contender, target -> SysbenchTables.hasMark(target, end));
            contender.stop();
            ComparisonResult result = contender.compare(bed.source());
            report.note(contender.name() + ", target against source: " + result);
            equal &= result.equal();
        }
        return equal;
    }

    /** Commits a mark that was not there before. */
    private int mark() {
        int mark = --marks;
        SysbenchTables.mark(bed.source(), mark);
        return mark;
    }

    private String peer() {
        return bed.contenders().stream()
                .map(Contender::name)
                .filter(name -> name.startsWith("Debezium"))
                .findFirst()
                .orElse("");
    }

    private static Measurement told(Measurement figure) {
        System.err.printf("  %.0f per second (%s)%n", figure.rowsPerSecond(), figure.cpu());
        return figure;
    }

    private static void say(String what) {
        System.err.println(what + " ...");
    }
}
