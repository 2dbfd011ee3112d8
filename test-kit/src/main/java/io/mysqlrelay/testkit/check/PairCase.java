package io.mysqlrelay.testkit.check;

import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckResult;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.core.precheck.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two servers in some state, and what one check has to say about them. Database {@code pc} is theirs. */
public final class PairCase {
    private final CheckKind kind;
    private final State state;
    private final Severity severity;
    private final String text;
    private final List<String> source = new ArrayList<>();
    private final List<String> target = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private boolean newerSource;
    private boolean newerTarget;
    private boolean poor;

    private PairCase(CheckKind kind, State state, Severity severity, String text) {
        this.kind = kind;
        this.state = state;
        this.severity = severity;
        this.text = text;
    }

    public static PairCase error(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.ERROR, text);
    }

    public static PairCase alert(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.ALERT, text);
    }

    public static PairCase note(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.NOTE, text);
    }

    public static PairCase unknown(CheckKind kind, String text) {
        return new PairCase(kind, State.UNKNOWN, Severity.NOTE, text);
    }

    public static PairCase passed(CheckKind kind) {
        return new PairCase(kind, State.PASSED, Severity.NOTE, kind.id());
    }

    public PairCase source(String... sql) {
        source.addAll(List.of(sql));
        return this;
    }

    public PairCase target(String... sql) {
        target.addAll(List.of(sql));
        return this;
    }

    /** @param sql makes the servers good again */
    public PairCase then(String... sql) {
        after.addAll(List.of(sql));
        return this;
    }

    public PairCase with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public PairCase proceed() {
        return with("target.existing.tables", "proceed");
    }

    public PairCase withoutSchema() {
        return with("migration.types", "full,incremental");
    }

    /** Only where the source is the newer of two versions. */
    public PairCase newerSource() {
        newerSource = true;
        return this;
    }

    /** Only where the target is the newer of two versions. */
    public PairCase newerTarget() {
        newerTarget = true;
        return this;
    }

    /** With accounts that may nothing. */
    public PairCase poor() {
        poor = true;
        return this;
    }

    public CheckKind kind() {
        return kind;
    }

    public String[] onSource() {
        return source.toArray(String[]::new);
    }

    public String[] onTarget() {
        return target.toArray(String[]::new);
    }

    public String[] afterwards() {
        return after.toArray(String[]::new);
    }

    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    public boolean isPoor() {
        return poor;
    }

    public boolean fits(boolean sourceIsNewer, boolean targetIsNewer) {
        return (!newerSource || sourceIsNewer) && (!newerTarget || targetIsNewer);
    }

    public boolean isIn(Report report) {
        return report.results().stream()
                .anyMatch(result -> result.finding().state() == state
                        && result.finding().severity() == severity
                        && result.text().contains(text));
    }

    /** For a failure's description. */
    public static String texts(Report report) {
        return report.results().stream().map(CheckResult::text).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return kind.id() + " " + state.text() + " " + text;
    }
}
