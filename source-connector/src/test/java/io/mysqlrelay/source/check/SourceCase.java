package io.mysqlrelay.source.check;

import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.core.precheck.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server in some state, and what one check has to say about it. Starts from a server where all is well. */
final class SourceCase {
    final CheckKind kind;
    final State state;
    final Severity severity;
    final String text;
    final List<String> before = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final Map<String, String> props = new HashMap<>();
    boolean newerOnly;

    private SourceCase(CheckKind kind, State state, Severity severity, String text) {
        this.kind = kind;
        this.state = state;
        this.severity = severity;
        this.text = text;
    }

    static SourceCase error(CheckKind kind, String text) {
        return new SourceCase(kind, State.FAILED, Severity.ERROR, text);
    }

    static SourceCase alert(CheckKind kind, String text) {
        return new SourceCase(kind, State.FAILED, Severity.ALERT, text);
    }

    static SourceCase passed(CheckKind kind) {
        return new SourceCase(kind, State.PASSED, Severity.NOTE, kind.id());
    }

    static SourceCase note(CheckKind kind, String text) {
        return new SourceCase(kind, State.FAILED, Severity.NOTE, text);
    }

    /** As an account that may nothing. */
    static SourceCase unknown(CheckKind kind, String text) {
        return new SourceCase(kind, State.UNKNOWN, Severity.NOTE, text).with("database.user", "poor");
    }

    /** @param sql makes it so */
    SourceCase when(String... sql) {
        before.addAll(List.of(sql));
        return this;
    }

    /** @param sql makes it good again */
    SourceCase then(String... sql) {
        after.addAll(List.of(sql));
        return this;
    }

    SourceCase with(String setting, String value) {
        props.put(setting, value);
        return this;
    }

    SourceCase newer() {
        newerOnly = true;
        return this;
    }

    @Override
    public String toString() {
        return kind.id() + " " + state.text() + " " + text;
    }
}
