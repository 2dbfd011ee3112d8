package io.mysqlrelay.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Prints snapshots as lines. On a terminal the current line is rewritten; elsewhere a line is printed when something
 * changed, at most every few seconds, so that logs stay readable. Not thread-safe.
 */
public final class ProgressPrinter {
    private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private long expectedRows;
    private long loadStarted;
    private long lastPrinted;
    private String lastPhase = "";
    private String lastLine = "";

    public ProgressPrinter(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param rows estimate of the rows to load, from the source's statistics; 0 when unknown */
    public void expectRows(long rows) {
        expectedRows = rows;
    }

    /** Prints a line of its own, between progress lines. */
    public void note(String text) {
        endLine();
        out.println(clock() + " " + text);
    }

    public void show(Snapshot snapshot) {
        String line = describe(snapshot);
        boolean phaseChanged = !snapshot.phase().equals(lastPhase);
        lastPhase = snapshot.phase();
        long now = System.nanoTime();
        if (terminal) {
            int blanks = Math.max(0, lastLine.length() - line.length());
            out.print("\r" + line + " ".repeat(blanks));
            out.flush();
            lastLine = line;
        } else if (phaseChanged || now - lastPrinted > PLAIN_INTERVAL_NANOS) {
            out.println(line);
            lastPrinted = now;
        }
    }

    /** Ends a line that was being rewritten. */
    public void endLine() {
        if (terminal && !lastLine.isEmpty()) {
            out.println();
            lastLine = "";
        }
    }

    private String describe(Snapshot s) {
        String text = switch (s.phase()) {
            case "none", "new" -> "starting";
            case "schema" -> String.format(Locale.ROOT, "schema       %d of %d tables", s.tablesCreated(), s.tables());
            case "full" -> describeLoad(s);
            case "incremental" ->
                String.format(
                        Locale.ROOT,
                        "incremental  %s, %,d rows loaded, %d statements applied%s",
                        lag(s),
                        s.rowsLoaded(),
                        s.statementsApplied(),
                        s.statementsSkipped() > 0 ? ", " + s.statementsSkipped() + " skipped" : "");
            case "completed" ->
                String.format(Locale.ROOT, "completed    %d tables, %,d rows", s.tables(), s.rowsLoaded());
            default -> s.phase();
        };
        return clock() + " " + text;
    }

    private static String lag(Snapshot s) {
        double millis = s.lagMillis();
        return Double.isNaN(millis) ? "no change yet" : String.format(Locale.ROOT, "lag %.1f s", millis / 1000);
    }

    private String describeLoad(Snapshot s) {
        if (loadStarted == 0) {
            loadStarted = System.nanoTime();
        }
        double seconds = Math.max(0.001, (System.nanoTime() - loadStarted) / 1e9);
        double rate = s.rowsLoaded() / seconds;
        String left = "";
        if (expectedRows > s.rowsLoaded() && rate > 1) {
            long secondsLeft = Math.round((expectedRows - s.rowsLoaded()) / rate);
            left = String.format(Locale.ROOT, ", about %d:%02d left", secondsLeft / 60, secondsLeft % 60);
        }
        return String.format(
                Locale.ROOT,
                "full load    %,d%s rows, %d of %d tables, %,.0f rows/s%s",
                s.rowsLoaded(),
                expectedRows > 0 ? String.format(Locale.ROOT, " of about %,d", expectedRows) : "",
                s.tablesLoaded(),
                s.tables(),
                rate,
                left);
    }

    private String clock() {
        long seconds = (System.nanoTime() - started) / 1_000_000_000L;
        return String.format(Locale.ROOT, "[%02d:%02d]", seconds / 60, seconds % 60);
    }
}
