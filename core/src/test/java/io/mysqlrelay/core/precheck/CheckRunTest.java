package io.mysqlrelay.core.precheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckRunTest {
    @Test
    void aCheckThatBreaksOrHangsReportsItselfAndSpoilsNoOther() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            checks.add(check(CheckKind.GTID, () -> {
                never.await();
                return List.of();
            }));
        }
        checks.add(check(CheckKind.BINLOG_ON, () -> {
            throw new IllegalStateException("defect");
        }));
        checks.add(check(CheckKind.RUNNING_WORK, () -> {
            throw new CouldNotTell("the account may not see transactions", "GRANT PROCESS ON *.* TO u");
        }));
        checks.add(check(CheckKind.KEYLESS, List::of));
        Report report = new CheckRun(Duration.ofMillis(300), Ignored.nothing()).run(checks);
        assertThat(report.count(State.UNKNOWN)).isEqualTo(8);
        assertThat(report.count(State.PASSED)).isEqualTo(1);
        assertThat(texts(report))
                .anyMatch(t -> t.startsWith("P14 no answer within"))
                .anyMatch(t -> t.startsWith("P05 the check itself broke: IllegalStateException: defect"))
                .contains("P35 the account may not see transactions. Fix: GRANT PROCESS ON *.* TO u", "P16 ");
    }

    @Test
    void errorsCannotBeIgnoredAndAlertsCanPerTable() throws Exception {
        List<Check> checks = List.of(
                check(
                        CheckKind.KEYLESS,
                        () -> List.of(Finding.alert("no key", "add one").of(List.of("b.u", "a.t", "a.tt")))),
                check(CheckKind.RETENTION, () -> List.of(Finding.alert("2 days", "more"))),
                check(
                        CheckKind.BINLOG_ON,
                        () -> List.of(Finding.error("off", "on").code(ErrorCode.BINLOG_OFF))));
        Report open = run(checks, "");
        assertThat(open.openAlerts()).hasSize(2);
        Report report = run(checks, "P16:a.t, p12, P05");
        assertThat(report.errors()).extracting(CheckResult::text).containsExactly("P05 RELAY-2101 off. Fix: on");
        assertThat(report.openAlerts())
                .extracting(CheckResult::text)
                .containsExactly("P16 no key (a.tt, b.u). Fix: add one");
        assertThat(report.ignored())
                .extracting(CheckResult::text)
                .containsExactly("P12 2 days. Fix: more", "P16 no key (a.t). Fix: add one");
        assertThat(report.summary()).startsWith("1 errors, 1 alerts (2 more ignored), 0 notes");
        assertThat(run(checks, "P12,P16:b").openAlerts().get(0).finding().objects())
                .containsExactly("a.t", "a.tt");
        assertThatThrownBy(() -> Ignored.parse("P99")).hasMessageContaining("P99");
    }

    @Test
    void worstComesFirstInTextAndData() throws Exception {
        Report report = run(
                List.of(
                        check(CheckKind.KEYLESS, List::of),
                        check(CheckKind.INVISIBLE, () -> List.of(Finding.note("a \"quoted\"\nname", ""))),
                        check(CheckKind.VERSION, () -> List.of(Finding.skipped("no server"))),
                        check(
                                CheckKind.TOPICS,
                                () -> List.of(Finding.error("bad", "better").on("topics"))),
                        check(CheckKind.GTID, () -> List.of(Finding.alert("off", "on")))),
                "");
        assertThat(ReportTable.of(report, false, CheckResult::setting).lines().filter(l -> !l.startsWith(" ")))
                .containsExactly(
                        "error           P47 Kafka and its topics (source)",
                        "alert           P14 GTID mode (source)",
                        "note            P17 invisible columns (source)",
                        "skipped         P02 server version (source)",
                        "passed          P16 tables without key (source)",
                        "",
                        "1 errors, 1 alerts, 1 notes, 0 could not tell, 1 skipped, 1 passed");
        assertThat(ReportTable.of(report, true, CheckResult::setting)).contains("\u001B[31merror");
        assertThat(ReportJson.of(report))
                .startsWith("{\"version\":1,")
                .contains("\"found\":\"a \\\"quoted\\\"\\u000aname\"")
                .contains("\"setting\":\"topics\"");
    }

    private static Report run(List<Check> checks, String ignored) throws Exception {
        return new CheckRun(Duration.ofSeconds(10), Ignored.parse(ignored)).run(checks);
    }

    private static Check check(CheckKind kind, Check.Look look) {
        return new Check(kind, Side.SOURCE, "database.hostname", look);
    }

    private static List<String> texts(Report report) {
        return report.results().stream().map(CheckResult::text).toList();
    }
}
