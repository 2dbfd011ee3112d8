package io.mysqlrelay.sink.mysql;

import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.core.precheck.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two servers in some state, and what one check has to say about them. Databases named {@code pc} are gone afterwards. */
final class PairCase {
    final CheckKind kind;
    final State state;
    final Severity severity;
    final String text;
    final List<String> source = new ArrayList<>();
    final List<String> target = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final Map<String, String> settings = new HashMap<>();
    boolean newerSource;
    boolean newerTarget;
    boolean poor;

    private PairCase(CheckKind kind, State state, Severity severity, String text) {
        this.kind = kind;
        this.state = state;
        this.severity = severity;
        this.text = text;
    }

    static PairCase error(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.ERROR, text);
    }

    static PairCase alert(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.ALERT, text);
    }

    static PairCase note(CheckKind kind, String text) {
        return new PairCase(kind, State.FAILED, Severity.NOTE, text);
    }

    static PairCase unknown(CheckKind kind, String text) {
        return new PairCase(kind, State.UNKNOWN, Severity.NOTE, text);
    }

    static PairCase passed(CheckKind kind) {
        return new PairCase(kind, State.PASSED, Severity.NOTE, kind.id());
    }

    PairCase source(String... sql) {
        source.addAll(List.of(sql));
        return this;
    }

    PairCase target(String... sql) {
        target.addAll(List.of(sql));
        return this;
    }

    /** @param sql makes both servers good again */
    PairCase then(String... sql) {
        after.addAll(List.of(sql));
        return this;
    }

    PairCase with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    PairCase newerSource() {
        newerSource = true;
        return this;
    }

    PairCase newerTarget() {
        newerTarget = true;
        return this;
    }

    /** With accounts that may nothing. */
    PairCase poor() {
        poor = true;
        return this;
    }

    @Override
    public String toString() {
        return kind.id() + " " + state.text() + " " + text;
    }
}
