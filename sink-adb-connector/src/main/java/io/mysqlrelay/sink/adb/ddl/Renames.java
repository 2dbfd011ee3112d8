package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RENAME TABLE, of tables and views. All names are looked at before the first step: a half of a swap would mix the rows of
 * two tables. AnalyticDB does not rename views, so one is made under its new name and dropped under the old. One object
 * per statement.
 */
final class Renames {
    private final TargetTables tables;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> report = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    /** Names of the target that the steps so far have taken or given up. */
    private final Map<TableName, Boolean> exists = new HashMap<>();
    /** Views that the steps so far have renamed; empty for names that no view has any more. */
    private final Map<TableName, Optional<KnownView>> views = new HashMap<>();

    Renames(TargetTables tables) {
        this.tables = tables;
    }

    /** @throws RelayException if a table of the statement cannot be renamed */
    StatementPlan plan(Statement statement) throws SQLException {
        for (Statement.Rename pair : statement.renames()) {
            Optional<KnownView> view = views.getOrDefault(pair.from(), tables.view(pair.from()));
            if (view.isPresent()) {
                view(pair, view.get());
            } else {
                table(pair);
            }
        }
        RelayException refusal = leftOut.isEmpty() ? null : ViewTranslation.leftOut(String.join("; ", leftOut));
        return new StatementPlan(steps, refusal, false, report);
    }

    private void table(Statement.Rename pair) throws SQLException {
        AlterTranslation.requireRenamable(pair.from(), pair.to());
        boolean from = exists(pair.from());
        boolean to = exists(pair.to());
        if (!from && to) {
            report.add("table " + pair.from() + " is called " + pair.to() + " already");
        } else if (!from) {
            throw new RelayException(
                    ErrorCode.TABLES_MISSING, "table " + pair.from() + " does not exist in the target");
        } else if (to) {
            throw AlterTranslation.unsupported(
                    "RENAME of " + pair.from() + " to " + pair.to() + ": the target has a table of that name");
        } else if (tables.isView(pair.from())) {
            throw AlterTranslation.unsupported("RENAME of " + pair.from()
                    + ": the target has a view of that name, which the migration has not made");
        } else {
            steps.add(Rebuild.rename(pair.from(), pair.to()));
        }
        exists.put(pair.from(), false);
        exists.put(pair.to(), true);
    }

    private void view(Statement.Rename pair, KnownView view) throws SQLException {
        KnownView renamed = view;
        if (!view.made()) {
            report.add("view " + pair.from() + " is not in the target");
        } else if (view.query() == null) {
            leaveOut(pair, "what it shows is known to AnalyticDB alone");
            renamed = KnownView.LEFT_OUT;
        } else if (exists(pair.to())) {
            leaveOut(pair, "AnalyticDB has a table or view of this name already");
            renamed = KnownView.LEFT_OUT;
        } else {
            steps.add(ViewSteps.make(pair.to(), view.query(), view.database()));
            steps.add(ViewSteps.drop(pair.from()));
            exists.put(pair.to(), true);
        }
        if (!renamed.made()) {
            steps.add(ViewSteps.leave(pair.from(), pair.to().table()));
        }
        if (view.made()) {
            exists.put(pair.from(), false);
        }
        views.put(pair.from(), Optional.empty());
        views.put(pair.to(), Optional.of(renamed));
    }

    private void leaveOut(Statement.Rename pair, String why) {
        leftOut.add("view " + pair.to() + ", until now " + pair.from() + ": " + why);
        steps.add(ViewSteps.drop(pair.from()));
    }

    private boolean exists(TableName table) throws SQLException {
        return exists.containsKey(table) ? exists.get(table) : tables.exists(table);
    }
}
