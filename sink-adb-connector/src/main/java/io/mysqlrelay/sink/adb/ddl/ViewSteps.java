package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.ddl.Step.Kind;

/** Steps about views, and what they make of what is remembered of a view. */
public final class ViewSteps {
    private ViewSteps() {}

    /** @param database that names without one in the query are in */
    static Step make(TableName view, String query, String database) {
        return Step.of(Kind.CREATE_VIEW, view, database, head(view) + query);
    }

    public static Step drop(TableName view) {
        return Step.of(Kind.DROP_VIEW, view, "", "DROP VIEW IF EXISTS " + view.quoted());
    }

    static Step leave(TableName view, String newName) {
        return Step.of(Kind.LEAVE_VIEW, view, newName, "");
    }

    static Step forget(TableName view) {
        return leave(view, "");
    }

    /** @param made a step that makes a view */
    public static KnownView known(Step made) {
        return new KnownView(true, made.sql().substring(head(made.table()).length()), made.to());
    }

    private static String head(TableName view) {
        return "CREATE OR REPLACE VIEW " + view.quoted() + " AS ";
    }
}
