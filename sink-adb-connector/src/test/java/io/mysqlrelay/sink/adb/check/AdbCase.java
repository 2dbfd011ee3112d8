package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.core.precheck.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source and a cluster in some state, and what one check has to say about them. Database pc is gone afterwards. */
final class AdbCase {
    final CheckKind kind;
    final State state;
    final Severity severity;
    final String text;
    final List<String> source = new ArrayList<>();
    final List<String> target = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final Map<String, String> settings = new HashMap<>();
    String types = "schema,full,incremental";
    boolean newerOnly;
    boolean poor;

    private AdbCase(CheckKind kind, State state, Severity severity, String text) {
        this.kind = kind;
        this.state = state;
        this.severity = severity;
        this.text = text;
    }

    static AdbCase error(CheckKind kind, String text) {
        return new AdbCase(kind, State.FAILED, Severity.ERROR, text);
    }

    static AdbCase alert(CheckKind kind, String text) {
        return new AdbCase(kind, State.FAILED, Severity.ALERT, text);
    }

    static AdbCase note(CheckKind kind, String text) {
        return new AdbCase(kind, State.FAILED, Severity.NOTE, text);
    }

    /** With an account of the source that may nothing. */
    static AdbCase unknown(CheckKind kind, String text) {
        AdbCase of = new AdbCase(kind, State.UNKNOWN, Severity.NOTE, text);
        of.poor = true;
        return of;
    }

    static AdbCase passed(CheckKind kind) {
        return new AdbCase(kind, State.PASSED, Severity.NOTE, kind.id());
    }

    AdbCase source(String... sql) {
        source.addAll(List.of(sql));
        return this;
    }

    AdbCase target(String... sql) {
        target.addAll(List.of(sql));
        return this;
    }

    /** @param sql makes the source good again */
    AdbCase then(String... sql) {
        after.addAll(List.of(sql));
        return this;
    }

    AdbCase with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    AdbCase proceed() {
        return with("target.existing.tables", "proceed");
    }

    /** A choice for the table pc.t. */
    AdbCase choosing(String setting, String value) {
        return with("adb.tables", "t").with("adb.tables.t.table", "pc.t").with("adb.tables.t." + setting, value);
    }

    AdbCase types(String value) {
        types = value;
        return this;
    }

    AdbCase newer() {
        newerOnly = true;
        return this;
    }

    @Override
    public String toString() {
        return kind.id() + " " + state.text() + " " + text;
    }
}
