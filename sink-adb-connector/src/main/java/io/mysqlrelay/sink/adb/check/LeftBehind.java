package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.precheck.server.ForeignKeyFact;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.table.Names;
import io.mysqlrelay.sink.adb.table.Remark;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What AnalyticDB does not have. */
final class LeftBehind {
    private final Pair pair;
    private final Assessed assessed;
    private final DdlRules rules;

    LeftBehind(Pair pair, Assessed assessed, DdlRules rules) {
        this.pair = pair;
        this.assessed = assessed;
        this.rules = rules;
    }

    List<Finding> dropped() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Problems.note(
                findings,
                "indexes and constraints are not carried over",
                Problems.remarks(assessed, Remark.Kind.DROPPED));
        return findings;
    }

    List<Finding> invisible() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Problems.note(
                findings,
                "columns are invisible; in AnalyticDB they are columns like others",
                pair.source().columns().stream()
                        .filter(ColumnFact::invisible)
                        .map(ColumnFact::toString)
                        .toList());
        return findings;
    }

    List<Finding> actions() throws SQLException {
        List<String> acting = pair.source().foreignKeys().stream()
                .filter(ForeignKeyFact::acts)
                .map(k -> k + " (ON DELETE " + k.onDelete() + " ON UPDATE " + k.onUpdate() + ", parent " + k.parent()
                        + ")")
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (rules.actionsIgnored()) {
            Problems.alert(
                    findings,
                    "foreign keys change rows by themselves on the source; such rows stay as they are in AnalyticDB",
                    "recreate the foreign keys with ON DELETE RESTRICT ON UPDATE RESTRICT",
                    acting);
        } else {
            Problems.error(
                    findings,
                    ErrorCode.ADB_REFERENTIAL,
                    "foreign keys change rows by themselves on the source, which AnalyticDB does not",
                    acting);
        }
        return findings;
    }

    List<Finding> objects() throws SQLException {
        if (!pair.schema()) {
            return List.of(Finding.skipped("definitions are not migrated"));
        }
        List<Finding> findings = new ArrayList<>();
        if (rules.views()) {
            views(findings);
        }
        Problems.note(
                findings,
                (rules.views() ? "" : "views, ") + "routines, triggers and events are not carried over",
                pair.source().objects().stream()
                        .filter(o -> !rules.views() || o.kind() != ObjectFact.Kind.VIEW)
                        .map(o -> o.name() + " " + o.kind().name().toLowerCase(Locale.ROOT))
                        .toList());
        return findings;
    }

    /** Most of what AnalyticDB refuses shows when a view is made; these are certain before. */
    private void views(List<Finding> findings) throws SQLException {
        List<ObjectFact> objects = pair.source().objects();
        List<String> misnamed = objects.stream()
                .filter(o -> o.kind() == ObjectFact.Kind.VIEW)
                .filter(v -> Names.table(v.name().table()) != null)
                .map(ObjectFact::toString)
                .toList();
        Problems.note(findings, "views have names that AnalyticDB does not allow, and are left out", misnamed);
        List<String> routines = objects.stream()
                .filter(o -> o.kind() == ObjectFact.Kind.ROUTINE)
                .map(o -> o.name().table().toLowerCase(Locale.ROOT))
                .toList();
        Problems.note(
                findings,
                "views call stored functions, which AnalyticDB does not have, and are left out",
                objects.stream()
                        .filter(o -> o.kind() == ObjectFact.Kind.VIEW && o.body() != null)
                        .filter(o -> routines.stream()
                                .anyMatch(r -> o.body().toLowerCase(Locale.ROOT).contains(TableName.quote(r) + "(")))
                        .map(ObjectFact::toString)
                        .toList());
    }

    List<Finding> generated() throws SQLException {
        if (!pair.full() || "true".equals(pair.settings().get(AdbPairing.GENERATED))) {
            return List.of();
        }
        List<String> generated = pair.source().columns().stream()
                .filter(ColumnFact::generated)
                .map(ColumnFact::toString)
                .toList();
        return generated.isEmpty()
                ? List.of()
                : List.of(Finding.error(
                                "the load does not read generated columns, and AnalyticDB does not compute them",
                                "set " + AdbPairing.GENERATED + "=true on the source connector")
                        .code(ErrorCode.COLUMN_EXTRA)
                        .of(generated));
    }
}
