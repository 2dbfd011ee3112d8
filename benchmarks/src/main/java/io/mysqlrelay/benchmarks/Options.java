package io.mysqlrelay.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run measures.
 *
 * @param rows of each of the tables in the full load
 * @param transactions of the backlog, of four row changes each
 * @param writers threads that write the backlog
 * @param peerSinkTasks tasks of Debezium's sink
 * @param contenders of {@code relay}, {@code debezium}, {@code replica}
 * @param heap of the Connect worker, such as {@code 1g}
 * @param report file that the tables are written to, as on the standard output
 */
record Options(
        int rows, int transactions, int writers, int peerSinkTasks, List<String> contenders, String heap, Path report) {
    static final String USAGE = """
            benchmarks/run [--rows N] [--transactions N] [--writers N] [--peer-sink-tasks N]
                           [--contenders relay,debezium,replica] [--heap 1g] [--report FILE]
            """;

    /** Throws an {@link IllegalArgumentException} that names the argument which is not understood. */
    static Options parse(Path home, String... arguments) {
        Options options = new Options(
                250_000, 60_000, 8, 1, List.of("relay", "debezium", "replica"), "1g", home.resolve("target/report.md"));
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("a setting lacks its value");
        }
        for (int i = 0; i < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--rows" ->
                new Options(count(name, value), transactions, writers, peerSinkTasks, contenders, heap, report);
            case "--transactions" ->
                new Options(rows, count(name, value), writers, peerSinkTasks, contenders, heap, report);
            case "--writers" ->
                new Options(rows, transactions, count(name, value), peerSinkTasks, contenders, heap, report);
            case "--peer-sink-tasks" ->
                new Options(rows, transactions, writers, count(name, value), contenders, heap, report);
            case "--contenders" ->
                new Options(rows, transactions, writers, peerSinkTasks, List.of(value.split(",")), heap, report);
            case "--heap" -> new Options(rows, transactions, writers, peerSinkTasks, contenders, value, report);
            case "--report" ->
                new Options(rows, transactions, writers, peerSinkTasks, contenders, heap, Path.of(value));
            default -> throw new IllegalArgumentException("there is no setting " + name);
        };
    }

    private static int count(String name, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " needs a whole number above 0, not " + value);
        }
        return Integer.parseInt(value);
    }
}
