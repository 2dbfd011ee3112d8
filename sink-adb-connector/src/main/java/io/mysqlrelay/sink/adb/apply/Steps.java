package io.mysqlrelay.sink.adb.apply;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.catalog.Catalog;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.adb.state.Ownership;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes single steps of statements, and leaves out those that are done. */
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    /** AnalyticDB's limit is 1,024 columns in a query. */
    private static final int COUNTED_AT_ONCE = 1_000;

    private final AdbSession session;
    private final Catalog catalog;
    private final Ownership ownership;

    /** @param session its timeout must be long enough for a statement about a whole table */
    public Steps(AdbSession session, Catalog catalog, Ownership ownership) {
        this.session = session;
        this.ownership = ownership;
        this.catalog = catalog;
    }

    /** The target does not give a column that type, although it is a wider one. */
    static final class TypeRefused extends Exception {
        private static final long serialVersionUID = 1L;

        TypeRefused(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * @throws RelayException RELAY-4003 or 4040 if the target refuses it for good
     * @throws SQLException if it is to be tried again
     */
    void execute(Step step) throws SQLException, TypeRefused {
        if (step.kind() == Step.Kind.VERIFY) {
            verify(step);
            return;
        }
        if (step.kind() == Step.Kind.LEAVE_VIEW) {
            return;
        }
        if (done(step)) {
            LOG.info("{} of {} is done already", step.kind(), step.table());
            return;
        }
        try {
            if (step.kind() == Step.Kind.COPY && !step.to().isEmpty()) {
                runIn(step.to(), step);
            } else {
                run(step.sql(), databaseOf(step));
            }
        } catch (SQLException e) {
            String what = step.kind() + " of " + (step.ofView() ? "view " : "table ") + step.table();
            if (step.kind() == Step.Kind.MODIFY_COLUMN && !step.from().isEmpty() && AdbErrors.typeChange(e)) {
                throw new TypeRefused(what + ", column " + step.to() + ": " + AdbErrors.numbers(e));
            }
            ErrorKind kind = step.ofView() ? AdbErrors.kindForView(e) : AdbErrors.kind(e);
            throw failed(e, kind, what, step.kind() == Step.Kind.COPY ? "" : ": " + e.getMessage());
        }
    }

    private static String databaseOf(Step step) {
        if (step.kind() == Step.Kind.CREATE_VIEW) {
            return step.to();
        }
        return step.table().table().isEmpty() ? null : step.table().database();
    }

    /** A step that changes no type. */
    void create(Step step) throws SQLException {
        try {
            execute(step);
        } catch (TypeRefused e) {
            throw new IllegalStateException("only MODIFY COLUMN is refused for a type", e);
        }
    }

    /** Empties a table, which the target refuses while it is backed up or rebuilt: then it is tried again. */
    public void truncate(TableName table) throws SQLException {
        run("TRUNCATE TABLE " + table.quoted(), null);
    }

    /** @param database that names without one are in; null for none */
    void run(String sql, String database) throws SQLException {
        ownership.checkAgain(session);
        if (database != null && catalog.databaseExists(database)) {
            session.use(database);
        }
        session.run(sql);
    }

    private void runIn(String zone, Step step) throws SQLException {
        session.run("SET SESSION time_zone = " + SqlLiterals.text(zone));
        SQLException failure = null;
        try {
            run(step.sql(), step.table().database());
        } catch (SQLException e) {
            failure = e;
        }
        try {
            session.run("SET SESSION time_zone = '+00:00'");
        } catch (SQLException lost) {
            throw failure == null ? lost : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** @throws SQLException if it is to be tried again */
    static RelayException failed(SQLException e, String what) throws SQLException {
        return failed(e, AdbErrors.kind(e), what, ": " + e.getMessage());
    }

    /** @param text of the server; empty if it may hold values of rows */
    private static RelayException failed(SQLException e, ErrorKind kind, String what, String text) throws SQLException {
        if (kind.isTransient()) {
            throw e;
        }
        return new RelayException(
                kind == ErrorKind.PRIVILEGE ? ErrorCode.TARGET_PRIVILEGE : ErrorCode.DDL_FAILED,
                what + ": " + AdbErrors.numbers(e) + text);
    }

    private boolean done(Step step) throws SQLException {
        TableName table = step.table();
        return switch (step.kind()) {
            case CREATE_TABLE -> catalog.exists(table);
            case RENAME_TABLE -> !catalog.exists(table) && catalog.exists(new TableName(table.database(), step.to()));
            case ADD_COLUMN -> has(table, step.to());
            case DROP_COLUMN -> !has(table, step.to());
            case RENAME_COLUMN -> !has(table, step.from()) && has(table, step.to());
            // These do no harm when they are repeated.
            default -> false;
        };
    }

    private boolean has(TableName table, String column) throws SQLException {
        Optional<AdbTable> found = catalog.find(table);
        return found.flatMap(t -> t.column(column)).isPresent();
    }

    /** As many rows, and as many values in every column, as before; else the copy is not put in the table's place. */
    private void verify(Step step) throws SQLException {
        String[] columns = step.sql().split("\n");
        TableName original = new TableName(step.table().database(), step.from());
        if (!catalog.exists(original) || !catalog.exists(step.table())) {
            return; // swapped already
        }
        List<String> before = counts(original, columns[0]);
        List<String> after = counts(step.table(), columns[1]);
        if (!before.equals(after)) {
            throw new RelayException(
                    ErrorCode.DDL_FAILED,
                    "the copy " + step.table() + " of table " + original + " has other numbers of rows or values: "
                            + after + " instead of " + before);
        }
    }

    private List<String> counts(TableName table, String columns) throws SQLException {
        List<String> counted = List.of(columns.split(",(?=`)"));
        List<String> counts = new ArrayList<>();
        for (int from = 0; from < counted.size(); from += COUNTED_AT_ONCE) {
            String part = counted.subList(from, Math.min(counted.size(), from + COUNTED_AT_ONCE)).stream()
                    .map(c -> "COUNT(" + c + ")")
                    .collect(Collectors.joining(", "));
            counts.addAll(List.of(session.rows("SELECT COUNT(*), " + part + " FROM " + table.quoted())
                    .get(0)));
        }
        return counts;
    }
}
