package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.config.DdlErrorPolicy;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.state.Checkpoints;
import io.mysqlrelay.sink.mysql.state.DdlLog;
import io.mysqlrelay.sink.mysql.state.MySqlDdlOrders;
import io.mysqlrelay.sink.mysql.state.Ownership;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a statement leaves in the relay's own tables, and what follows when the target refuses it. */
final class StatementTraces {
    private static final Logger LOG = LoggerFactory.getLogger(StatementTraces.class);

    private final DmlSession dml;
    private final Ownership ownership;
    private final Checkpoints checkpoints;
    private final DdlLog log;
    private final MySqlDdlOrders orders;
    private final DdlErrorPolicy policy;

    StatementTraces(
            DmlSession dml,
            Ownership ownership,
            Checkpoints checkpoints,
            DdlLog log,
            MySqlDdlOrders orders,
            DdlErrorPolicy policy) {
        this.dml = dml;
        this.ownership = ownership;
        this.checkpoints = checkpoints;
        this.log = log;
        this.orders = orders;
        this.policy = policy;
    }

    /**
     * Commits that the statement is about to be executed.
     *
     * @return the log's id of it
     */
    long started(PlannedStatement planned, String fingerprint, long connectionId) throws SQLException {
        ownership.begin();
        long id = log.started(planned.logged(), planned.inPlace(), planned.earlier(), fingerprint, connectionId);
        dml.commit();
        return id;
    }

    /** Part of the caller's transaction, which stores the checkpoint too. */
    void done(PlannedStatement planned, long id) throws SQLException {
        if (planned.inPlace()) {
            log.replaced(id);
            orders.used(planned.logged());
        } else {
            log.applied(id);
        }
    }

    /**
     * Commits that the statement was refused. Returns if the stream goes on behind it, which is committed then.
     *
     * @param error for the log in the target, which may hold the server's text
     * @throws TransientTargetException if it is to be tried again
     * @throws RelayException the failure, if the task is to stop
     */
    void failed(PlannedStatement planned, long id, RelayException failure, String error)
            throws SQLException, TransientTargetException {
        boolean goesOn = policy == DdlErrorPolicy.LOG_AND_CONTINUE
                && !planned.inPlace()
                // Any other is about a privilege or setting: it would refuse what follows too, and all of that be left
                // out.
                && failure.code() == ErrorCode.DDL_FAILED;
        ownership.begin();
        log.failed(id, error);
        long failures = log.failures();
        if (goesOn) {
            checkpoints.save(planned.after());
        }
        dml.commit();
        if (goesOn) {
            LOG.error(
                    "Left out a statement, as ddl.error.policy says; {} of this migration have failed so far: {}",
                    failures,
                    failure.getMessage());
        } else if (policy == DdlErrorPolicy.RETRY) {
            throw new TransientTargetException(Kind.OTHER, failure.getMessage(), failure);
        } else {
            throw failure;
        }
    }

    /**
     * Leaves the statement out because an operator has said so.
     *
     * @param kept what to keep of its text
     */
    void skipped(PlannedStatement planned, String kept) throws SQLException {
        String reason = "skipped by an order in ddl_orders";
        ownership.begin();
        if (planned.earlier().isPresent()) {
            log.leftOut(planned.earlier().get().id(), reason);
        } else {
            log.skipped(planned.logged(), kept, reason);
        }
        orders.used(planned.logged());
        checkpoints.save(planned.after());
        dml.commit();
        LOG.warn("Skipped {}: {}", DdlApply.describe(planned.logged()), reason);
    }
}
