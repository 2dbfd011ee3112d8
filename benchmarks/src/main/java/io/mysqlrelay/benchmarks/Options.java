package io.mysqlrelay.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one run measures; {@code docs/benchmarks.md} says what each setting means. */
final class Options {
    static final String USAGE = """
            benchmarks/run [--rows N] [--transactions N] [--writers N] [--steady-seconds N] [--steady-changes N]
                           [--large-transactions N] [--peer-sink-tasks N] [--heap 1g] [--report FILE]
                           [--contenders relay,adb,debezium,debezium-defaults,replica]
            """;

    private static final Map<String, String> DEFAULTS = Map.of(
            "--rows", "100000",
            "--transactions", "250000",
            "--writers", "8",
            "--steady-seconds", "60",
            "--steady-changes", "1000",
            "--large-transactions", "0",
            "--peer-sink-tasks", "1",
            "--contenders", "relay,debezium,replica",
            "--heap", "1g");

    private final Map<String, String> given = new HashMap<>(DEFAULTS);

    private Options() {}

    /** Throws an {@link IllegalArgumentException} that names the argument which is not understood. */
    static Options parse(Path home, String... arguments) {
        Options options = new Options();
        options.given.put("--report", home.resolve("target/report.md").toString());
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("a setting lacks its value");
        }
        for (int i = 0; i < arguments.length; i += 2) {
            if (options.given.replace(arguments[i], arguments[i + 1]) == null) {
                throw new IllegalArgumentException("there is no setting " + arguments[i]);
            }
        }
        options.check();
        return options;
    }

    private void check() {
        for (int number : new int[] {rows(), transactions(), writers(), steadyChanges(), peerSinkTasks()}) {
            if (number == 0) {
                throw new IllegalArgumentException("only --steady-seconds and --large-transactions may be 0");
            }
        }
        steadySeconds();
        largeTransactions();
    }

    /** Of each of the tables in the full load. */
    int rows() {
        return count("--rows");
    }

    /** Of the backlog, of four row changes each. */
    int transactions() {
        return count("--transactions");
    }

    /** Threads that write. */
    int writers() {
        return count("--writers");
    }

    /** How long changes are written for the latencies, after those that are not counted; 0 for not at all. */
    int steadySeconds() {
        return count("--steady-seconds");
    }

    /** Row changes per second meanwhile. */
    int steadyChanges() {
        return count("--steady-changes");
    }

    /** Transactions that update every row of every table; 0 for none. */
    int largeTransactions() {
        return count("--large-transactions");
    }

    /** Tasks of Debezium's sink. */
    int peerSinkTasks() {
        return count("--peer-sink-tasks");
    }

    /** Of {@code relay}, {@code adb}, {@code debezium}, {@code debezium-defaults}, {@code replica}. */
    List<String> contenders() {
        return List.of(given.get("--contenders").split(","));
    }

    /** Of the Connect worker, such as {@code 1g}. */
    String heap() {
        return given.get("--heap");
    }

    /** File that the tables are written to, as on the standard output. */
    Path report() {
        return Path.of(given.get("--report"));
    }

    private int count(String name) {
        String value = given.get(name);
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + value);
        }
        return Integer.parseInt(value);
    }
}
