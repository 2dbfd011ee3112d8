package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.ObjectKind;
import io.mysqlrelay.core.ddl.ObjectReader;
import io.mysqlrelay.core.ddl.ObjectStatement;
import io.mysqlrelay.core.ddl.ObjectStatement.Verb;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement.Rename;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.state.CopiedObjects;
import io.mysqlrelay.sink.mysql.state.PendingViews;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes, alters and drops views, routines, triggers and events. Every statement may come a second time, after a crash or
 * because the definition that the schema phase read already had it: an object that the migration has made itself is made
 * again, one that is gone need not be dropped.
 */
final class ObjectApply {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectApply.class);

    /** No such table, column, function; a view that refers to such things; no such definer. */
    private static final Set<Integer> DANGLING = Set.of(1049, 1054, 1109, 1146, 1305, 1356, 1449);

    private final CopiedObjects objects;
    private final PendingViews pending;
    private final Runner runner;
    private final boolean proceed;
    private final int serverVersion;
    private final CutOver cutOver = new CutOver();

    /** Executes a statement in the session it had on the source. */
    @FunctionalInterface
    interface Runner {
        void run(DdlChange change, Map<String, String> variables) throws SQLException;
    }

    /** A change to the relay's own tables. */
    @FunctionalInterface
    interface Note {
        void make() throws SQLException;
    }

    /** Commits notes while a statement is still to be executed. */
    @FunctionalInterface
    interface Notebook {
        void commit(Note note) throws SQLException;
    }

    /** @param proceed objects from before the migration stay as they are */
    ObjectApply(CopiedObjects objects, PendingViews pending, Runner runner, boolean proceed, int serverVersion) {
        this.objects = objects;
        this.pending = pending;
        this.runner = runner;
        this.proceed = proceed;
        this.serverVersion = serverVersion;
    }

    /** One statement with what its tokens say. */
    private record Work(DdlChange change, ObjectStatement statement) {
        TableName name() {
            return statement.names().get(0);
        }

        ObjectKind kind() {
            return statement.kind();
        }
    }

    /** Empty when the target now has what the statement asks for, else the reason why it was left out. */
    Optional<String> apply(DdlChange change, Notebook notes) throws SQLException {
        SqlModes modes = SqlModes.parse(change.session().get("sql_mode"));
        ObjectStatement statement = read(change).orElse(null);
        if (statement == null) {
            throw new RelayException(ErrorCode.DDL_FAILED, DdlApply.describe(change) + " is of an unknown form");
        }
        DdlChange named = with(change, change.statement(), change.charset(), change.session(), statement.names());
        Work work = new Work(named, statement);
        return switch (statement.verb()) {
            case CREATE -> create(work, modes, notes);
            case ALTER -> alter(work, modes, notes);
            case DROP -> drop(work);
        };
    }

    /**
     * Part of the caller's transaction, after {@link #apply} has left the statement out. A view is tried again.
     *
     * @param logId of the statement
     */
    void leftOut(DdlChange change, long logId) throws SQLException {
        ObjectStatement statement = read(change).orElseThrow();
        if (statement.kind() == ObjectKind.VIEW) {
            pending.put(statement.names().get(0), logId, change);
        }
    }

    /** Views that refer to something that the target did not have when they were last tried. */
    List<PendingViews.Pending> pending() {
        return pending.all();
    }

    void droppedDatabase(String database) throws SQLException {
        objects.droppedDatabase(database);
        pending.droppedDatabase(database);
    }

    void renamed(List<Rename> renames) throws SQLException {
        objects.renamed(renames);
    }

    private Optional<ObjectStatement> read(DdlChange change) {
        SqlModes modes = SqlModes.parse(change.session().get("sql_mode"));
        return ObjectReader.read(change.text(), modes, change.database(), serverVersion)
                .filter(s -> !s.names().isEmpty());
    }

    /** Part of the caller's transaction, after {@link #apply} has done the statement. */
    void remember(DdlChange change) throws SQLException {
        ObjectStatement statement = read(change).orElseThrow();
        for (TableName name : statement.names()) {
            if (statement.kind() == ObjectKind.VIEW) {
                pending.remove(name);
            }
            if (statement.verb() == Verb.DROP || statement.newName() != null) {
                objects.dropped(statement.kind(), name);
            }
        }
        if (statement.verb() == Verb.DROP) {
            return;
        }
        TableName name = statement.newName() == null ? statement.names().get(0) : statement.newName();
        String grant = cutOver.grant(statement, change.text());
        if (statement.verb() == Verb.CREATE || statement.kind() == ObjectKind.VIEW || statement.newName() != null) {
            objects.made(statement.kind(), name, grant);
        }
        cutOver.event(statement);
    }

    private Optional<String> create(Work work, SqlModes modes, Notebook notes) throws SQLException {
        ObjectStatement statement = work.statement();
        boolean exists = objects.exists(work.kind(), work.name());
        if (!exists) {
            notes.commit(() -> objects.planned(work.kind(), work.name()));
        } else if (objects.ours(work.kind(), work.name())) {
            if (!statement.orReplace() && !statement.ifNotExists()) {
                dropOne(work, work.name());
            }
        } else if (work.change().schemaPhase()) {
            if (proceed) {
                LOG.warn(
                        "The {} {} exists in the target and is left as it is",
                        work.kind().word(),
                        work.name().quoted());
                return Optional.empty();
            }
            throw new RelayException(
                    ErrorCode.OBJECT_EXISTS,
                    work.kind().word() + " " + work.name().quoted());
        }
        return run(work, ObjectRewrite.of(work.change(), modes, serverVersion));
    }

    private Optional<String> alter(Work work, SqlModes modes, Notebook notes) throws SQLException {
        byte[] rewritten = ObjectRewrite.of(work.change(), modes, serverVersion);
        TableName newName = work.statement().newName();
        if (!objects.exists(work.kind(), work.name())) {
            if (work.kind() == ObjectKind.VIEW) {
                // It could not be made when its tables were missing; now its whole definition is here again.
                notes.commit(() -> objects.planned(work.kind(), work.name()));
                return run(work, created(rewritten));
            }
            if (newName != null && objects.exists(work.kind(), newName)) {
                return Optional.empty();
            }
            return Optional.of("the " + work.kind().word() + " is not in the target");
        }
        if (newName != null && !newName.equals(work.name()) && objects.ours(work.kind(), newName)) {
            dropOne(work, newName);
        }
        return run(work, rewritten);
    }

    /** ALTER VIEW holds all that CREATE VIEW does. */
    private static byte[] created(byte[] alter) {
        String text = new String(alter, StandardCharsets.ISO_8859_1);
        int verb = text.toUpperCase(Locale.ROOT).indexOf("ALTER");
        return (text.substring(0, verb) + "CREATE" + text.substring(verb + "ALTER".length()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Optional<String> drop(Work work) throws SQLException {
        List<TableName> present = new ArrayList<>();
        for (TableName name : work.statement().names()) {
            if (objects.exists(work.kind(), name)) {
                present.add(name);
            }
        }
        if (present.size() == work.statement().names().size()) {
            return run(work, work.change().statement());
        }
        for (TableName name : present) {
            dropOne(work, name);
        }
        return Optional.empty();
    }

    private void dropOne(Work work, TableName name) throws SQLException {
        byte[] sql = ("DROP " + work.kind() + " IF EXISTS " + name.quoted()).getBytes(StandardCharsets.UTF_8);
        try {
            runner.run(with(work.change(), sql, "utf8mb4", Map.of(), List.of(name)), Map.of());
        } catch (SQLException e) {
            throw ObjectFailure.of(work.change(), work.statement(), e);
        }
    }

    private Optional<String> run(Work work, byte[] statement) throws SQLException {
        DdlChange change = work.change();
        try {
            runner.run(with(change, statement, change.charset(), change.session(), change.tables()), change.session());
            return Optional.empty();
        } catch (SQLException e) {
            if (work.kind() == ObjectKind.VIEW && DANGLING.contains(e.getErrorCode())) {
                return Optional.of("the view refers to something that the target does not have: " + e.getMessage());
            }
            throw ObjectFailure.of(change, work.statement(), e);
        }
    }

    private static DdlChange with(
            DdlChange change, byte[] statement, String charset, Map<String, String> session, List<TableName> names) {
        return new DdlChange(
                change.schemaPhase(),
                change.database(),
                statement,
                charset,
                change.text(),
                session,
                names,
                change.transaction(),
                change.ordinal(),
                change.sourceMillis());
    }
}
