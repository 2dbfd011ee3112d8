package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectReader;
import io.mysqlrelay.core.ddl.ObjectStatement;
import io.mysqlrelay.core.ddl.ObjectStatement.Verb;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.Names;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CREATE, ALTER and DROP VIEW. A view that cannot be made is left out, and the one that it was before goes: a view that is
 * missing is noticed, one that answers as it did before is not.
 */
final class ViewTranslation {
    private final DdlRules rules;
    private final TargetTables tables;

    ViewTranslation(DdlRules rules, TargetTables tables) {
        this.rules = rules;
        this.tables = tables;
    }

    StatementPlan plan(DdlChange change) throws SQLException {
        ObjectStatement statement = ObjectReader.read(
                        change.text(), Translation.modes(change), change.database(), Translation.SERVER_VERSION)
                .filter(s -> !s.names().isEmpty())
                .orElse(null);
        if (statement == null) {
            return StatementPlan.refused(leftOut("a statement about a view is of an unknown form"), false);
        }
        return statement.verb() == Verb.DROP ? drop(statement) : make(change, statement);
    }

    private StatementPlan make(DdlChange change, ObjectStatement statement) throws SQLException {
        TableName name = statement.names().get(0);
        Optional<KnownView> known = tables.view(name);
        if (statement.ifNotExists() && known.isPresent()) {
            return StatementPlan.nothing("view " + name + " is known already");
        }
        if (!rules.views()) {
            boolean kept = known.filter(KnownView::made).isPresent();
            return StatementPlan.of(
                    kept ? List.of() : List.of(ViewSteps.leave(name, name.table())),
                    List.of("views are not carried over to AnalyticDB, as ddl.views.enabled says"));
        }
        try {
            requireFree(name);
            requireDatabase(change.database());
            String query = new ViewQuery(change, statement.definition(), tables).translate();
            String database = change.database() == null ? name.database() : change.database();
            return StatementPlan.of(List.of(ViewSteps.make(name, query, database)), List.of());
        } catch (RelayException e) {
            return new StatementPlan(without(name, known), e.at("view " + name), false, List.of());
        }
    }

    private static List<Step> without(TableName name, Optional<KnownView> known) {
        List<Step> steps = new ArrayList<>();
        if (known.filter(KnownView::made).isPresent()) {
            steps.add(ViewSteps.drop(name));
        }
        steps.add(ViewSteps.leave(name, name.table()));
        return steps;
    }

    /** What the migration has not made it does not replace. */
    private void requireFree(TableName name) throws SQLException {
        String wrong = Names.table(name.table());
        if (wrong != null) {
            throw leftOut(wrong.replaceFirst("^table", "view"));
        }
        boolean ours = tables.view(name).filter(KnownView::made).isPresent();
        if (tables.exists(name) && !(ours && tables.isView(name))) {
            throw leftOut("AnalyticDB has a " + (tables.isView(name) ? "view" : "table")
                    + " of this name already, which is not the migration's view");
        }
    }

    /** Names without a database would be looked for in another one. */
    private void requireDatabase(String used) throws SQLException {
        if (used != null && !tables.databaseExists(used)) {
            throw leftOut("the default database of its session, " + used + ", is not in AnalyticDB");
        }
    }

    private StatementPlan drop(ObjectStatement statement) {
        List<Step> steps = new ArrayList<>();
        List<String> report = new ArrayList<>();
        for (TableName name : statement.names()) {
            Optional<KnownView> known = tables.view(name);
            if (known.isEmpty()) {
                report.add("view " + name + " is not the migration's and stays as it is, if it is there");
            } else if (known.get().made() && rules.views()) {
                steps.add(ViewSteps.drop(name));
            } else if (known.get().made()) {
                report.add("view " + name + " stays, as ddl.views.enabled says");
            } else {
                steps.add(ViewSteps.forget(name));
            }
        }
        return StatementPlan.of(steps, report);
    }

    static RelayException leftOut(String why) {
        return new RelayException(ErrorCode.ADB_VIEW, why);
    }
}
