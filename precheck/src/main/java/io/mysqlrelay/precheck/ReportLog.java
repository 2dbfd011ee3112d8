package io.mysqlrelay.precheck;

import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.State;
import org.slf4j.Logger;

/** Writes a report into the log: what asks for somebody as warnings, the rest as information. */
public final class ReportLog {
    private ReportLog() {}

    public static void write(Logger log, String of, Report report) {
        log.info("Precheck of {}: {}", of, report.summary());
        for (CheckResult result : report.results()) {
            if (result.isError() || result.isOpenAlert()) {
                log.warn("Precheck {}: {}: {}", result.finding().severity().text(), result.setting(), result.text());
            } else if (result.ignored()) {
                log.info("Precheck ignored: {}", result.text());
            } else if (result.finding().state() == State.UNKNOWN) {
                log.info("Precheck could not tell: {}", result.text());
            } else if (result.finding().state() == State.FAILED) {
                log.info("Precheck note: {}", result.text());
            }
        }
    }
}
