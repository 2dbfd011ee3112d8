package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.ddl.Statement.Rename;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.DdlLog;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.mysql.state.PendingViews;
import io.mysqlrelay.sink.target.Checkpoint;
import io.mysqlrelay.sink.target.TransientTargetException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements about views, routines, triggers and events with their traces in the relay's own tables. */
final class LoggedObjects {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedObjects.class);

    private final DmlSession dml;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final DdlLog log;
    private final StatementTraces traces;
    private final ObjectApply objects;

    LoggedObjects(
            DmlSession dml,
            Ownership ownership,
            Checkpoints checkpoints,
            DdlLog log,
            StatementTraces traces,
            ObjectApply objects) {
        this.dml = dml;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.log = log;
        this.traces = traces;
        this.objects = objects;
    }

    /** A statement of the schema phase. */
    void create(DdlChange change, Checkpoint after) throws SQLException {
        Optional<String> leftOut = objects.apply(change, this::note);
        ownership.begin();
        if (leftOut.isPresent()) {
            LOG.warn("Skipped an object of the schema phase: {}", leftOut.get());
            objects.leftOut(change, log.skipped(change, change.text(), leftOut.get()));
        } else {
            objects.remember(change);
        }
        checkpoints.save(after);
        dml.commit();
        makePendingViews();
    }

    /**
     * A statement from the binlog.
     *
     * @param connectionId of the session that executes it
     * @throws TransientTargetException if it was refused and is to be tried again
     */
    void execute(PlannedStatement planned, long connectionId) throws SQLException, TransientTargetException {
        DdlChange change = planned.executed();
        long id = traces.started(planned, null, connectionId);
        Optional<String> leftOut;
        try {
            leftOut = objects.apply(change, this::note);
        } catch (RelayException e) {
            traces.failed(planned, id, e, e.getMessage());
            return;
        }
        ownership.begin();
        if (leftOut.isPresent()) {
            LOG.warn("Skipped {}: {}", DdlApply.describe(change), leftOut.get());
            log.leftOut(id, leftOut.get());
            objects.leftOut(change, id);
        } else {
            traces.done(planned, id);
            objects.remember(change);
        }
        checkpoints.save(planned.after());
        dml.commit();
        if (leftOut.isEmpty()) {
            LOG.info("Applied {}", DdlApply.describe(change));
        }
        makePendingViews();
    }

    /** What a view was missing may be there now; one that can be made may be what another was missing. */
    void makePendingViews() throws SQLException {
        boolean made = !objects.pending().isEmpty();
        while (made) {
            made = false;
            for (PendingViews.Pending view : objects.pending()) {
                made |= makePending(view);
            }
        }
    }

    /** Part of the caller's transaction. */
    void droppedDatabase(String database) throws SQLException {
        objects.droppedDatabase(database);
    }

    /** Part of the caller's transaction. */
    void renamed(List<Rename> renames) throws SQLException {
        objects.renamed(renames);
    }

    private boolean makePending(PendingViews.Pending view) throws SQLException {
        try {
            if (objects.apply(view.change(), this::note).isPresent()) {
                return false;
            }
        } catch (RelayException e) {
            LOG.warn("View {} is still left out: {}", view.view(), e.getMessage());
            return false;
        }
        note(() -> {
            log.applied(view.logId());
            objects.remember(view.change());
        });
        LOG.info("Made view {}, which had been left out", view.view());
        return true;
    }

    private void note(ObjectApply.Note note) throws SQLException {
        ownership.begin();
        note.make();
        dml.commit();
    }
}
