package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.ReportJson;
import io.mysqlrelay.core.precheck.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A report as rows of the relay's table {@code precheck}. */
public final class ReportRows {
    /** Values of a row are in this order, behind migration, line and time. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "label",
            "side",
            "state",
            "severity",
            "code",
            "found",
            "objects",
            "instruction",
            "setting",
            "ignored");

    /** Of a column of type TEXT, in characters of four bytes. */
    private static final int LONGEST = 16_000;

    private ReportRows() {}

    /** @return worst first */
    public static List<Object[]> of(Report report) {
        List<Object[]> rows = new ArrayList<>();
        for (CheckResult result : report.results()) {
            Finding finding = result.finding();
            rows.add(Arrays.asList(
                            result.kind().id(),
                            result.kind().label(),
                            result.side().text(),
                            finding.state().text(),
                            finding.state() == State.FAILED ? finding.severity().text() : null,
                            finding.code() == null ? null : finding.code().id(),
                            cut(finding.found()),
                            ReportJson.list(finding.objects()),
                            cut(finding.instruction()),
                            result.setting(),
                            result.ignored() ? 1 : 0)
                    .toArray());
        }
        return rows;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
