package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.KnownView;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.ddl.Translation;
import io.mysqlrelay.sink.adb.ddl.ViewSteps;
import io.mysqlrelay.sink.adb.state.CapturedViews;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps what is remembered of views in step with what statements make of them. */
final class ViewMemory {
    private final CapturedViews views;
    private final Catalog catalog;
    private final Steps steps;

    ViewMemory(CapturedViews views, Catalog catalog, Steps steps) {
        this.views = views;
        this.catalog = catalog;
        this.steps = steps;
    }

    /** Before a view is made by a statement that leaves no trace in the log: after a crash it is not somebody else's. */
    void planned(Step step) throws SQLException {
        if (step.kind() == Step.Kind.CREATE_VIEW) {
            views.put(step.table(), ViewSteps.known(step));
        }
    }

    /** What a step has done; the last one may come again. */
    void follow(Step step) throws SQLException {
        switch (step.kind()) {
            case CREATE_VIEW -> views.put(step.table(), ViewSteps.known(step));
            case DROP_VIEW -> views.forget(step.table());
            case LEAVE_VIEW -> {
                TableName to = new TableName(step.table().database(), step.to());
                if (!to.equals(step.table())) {
                    views.forget(step.table());
                }
                if (!to.table().isEmpty()) {
                    views.put(to, KnownView.LEFT_OUT);
                }
            }
            case DROP_DATABASE -> {
                for (TableName view : views.in(step.table().database())) {
                    views.forget(view);
                }
            }
            default -> {}
        }
    }

    /** @return true if the cluster does not do the step and the migration can go on without it */
    static boolean harmless(Step step, RelayException e) {
        return step.ofView() && (e.code() == ErrorCode.DDL_FAILED || e.code() == ErrorCode.TARGET_PRIVILEGE);
    }

    /**
     * A view is missing, or is there without need; no row depends on it.
     *
     * @return what is to be said about it, behind what was said before
     */
    String refused(Step step, RelayException e, String before) throws SQLException {
        String why = new RelayException(ErrorCode.ADB_VIEW, "view " + step.table() + ": " + e.detail()).getMessage();
        if (step.kind() == Step.Kind.CREATE_VIEW) {
            // What it was before would go on answering, and nobody would notice.
            Step drop = ViewSteps.drop(step.table());
            try {
                steps.create(drop);
                views.put(step.table(), KnownView.LEFT_OUT);
            } catch (RelayException undroppable) {
                if (!harmless(drop, undroppable)) {
                    throw undroppable;
                }
                why = why + "; " + undroppable.detail();
            }
        }
        return before == null ? why : before + "; " + why;
    }

    /** @param replaced an order has had its own statement executed; otherwise nothing was done */
    void byHand(DdlChange change, boolean replaced) throws SQLException {
        Statement statement = Translation.read(change);
        for (Statement.Rename pair : statement.renames()) {
            Optional<KnownView> known = views.of(pair.from());
            if (known.isPresent() && !(known.get().made() && catalog.isView(pair.from()))) {
                views.put(pair.to(), catalog.isView(pair.to()) ? known.get() : KnownView.LEFT_OUT);
                views.forget(pair.from());
            }
        }
        if (statement.kind() != StatementKind.VIEW) {
            return;
        }
        for (TableName view : statement.changed()) {
            if (catalog.isView(view)) {
                if (replaced) {
                    views.put(view, new KnownView(true, null, null));
                }
            } else {
                views.put(view, KnownView.LEFT_OUT);
            }
        }
    }

    /** A database that was dropped and left in the target has no views at the source any more. */
    void left(Statement statement) throws SQLException {
        if (statement.kind() != StatementKind.DROP_DATABASE) {
            return;
        }
        for (TableName view : views.in(statement.databases().get(0))) {
            if (views.of(view).filter(KnownView::made).isEmpty()) {
                views.forget(view);
            }
        }
    }
}
