package io.mysqlrelay.core.precheck;

import java.util.function.Function;

/** A report for people: worst first, what to do under each finding, what is well in one line each. */
public final class ReportTable {
    private static final int WIDTH = 100;
    private static final int INDENT = 16;
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";

    private final boolean colours;
    private final Function<CheckResult, String> names;
    private final StringBuilder out = new StringBuilder();

    private ReportTable(boolean colours, Function<CheckResult, String> names) {
        this.colours = colours;
        this.names = names;
    }

    /**
     * @param colours with escape sequences, for a terminal
     * @param names how the setting of a result is called where the user writes it
     */
    public static String of(Report report, boolean colours, Function<CheckResult, String> names) {
        ReportTable table = new ReportTable(colours, names);
        for (CheckResult result : report.results()) {
            table.add(result);
        }
        table.out.append('\n').append(report.summary()).append('\n');
        return table.out.toString();
    }

    private void add(CheckResult result) {
        Finding finding = result.finding();
        String word = finding.state() == State.FAILED
                ? finding.severity().text()
                : finding.state().text();
        if (result.ignored()) {
            word = "ignored";
        }
        String padded = String.format("%-" + INDENT + "s", word);
        out.append(coloured(padded, colour(result)))
                .append(result.kind().id())
                .append(' ')
                .append(result.kind().label())
                .append(" (")
                .append(result.side().text())
                .append(")\n");
        String code = finding.code() == null ? "" : finding.code().id() + ": ";
        lines(code + finding.found());
        if (!finding.objects().isEmpty()) {
            lines(finding.objects().size() + ": " + result.objectsText());
        }
        if (!finding.instruction().isEmpty()) {
            lines("fix: " + finding.instruction());
        }
        if (result.isError()) {
            lines("setting: " + names.apply(result));
        }
        if (result.isOpenAlert()) {
            lines("or accept it: precheck.ignore=" + result.kind().id());
        }
    }

    private static String colour(CheckResult result) {
        if (result.isError()) {
            return RED;
        }
        return result.isOpenAlert() || result.finding().state() == State.UNKNOWN
                ? YELLOW
                : result.finding().state() == State.PASSED ? GREEN : null;
    }

    private String coloured(String text, String colour) {
        return colours && colour != null ? "\u001B[" + colour + "m" + text + "\u001B[0m" : text;
    }

    /** Wrapped between words; a word that is longer than the line stays whole, for it may be copied. */
    private void lines(String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder();
        for (String word : text.split("[\\p{Cntrl} ]+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                out.append(" ".repeat(INDENT)).append(line).append('\n');
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.append(" ".repeat(INDENT)).append(line).append('\n');
    }
}
