package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.network.ServerException;
import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.connector.mysql.MySqlConnector;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.pipeline.ErrorHandler;
import io.debezium.relational.history.SchemaHistoryException;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an outage, after which the task starts again by itself, from an error that somebody must look at. Debezium's own
 * handler for MySQL never retries: it asks about the cause behind the last one (3.6.1, MySqlErrorHandler).
 */
final class RelayErrorHandler extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RelayErrorHandler.class);

    /** Shutdown, too many connections, lock wait, deadlock, killed (MySQL manual, "Server Error Message Reference"). */
    private static final Set<Integer> PASSING =
            Set.of(1040, 1053, 1080, 1152, 1158, 1159, 1160, 1161, 1203, 1205, 1213);

    private static final Set<Integer> PASSING_SESSION = Set.of(1317, 3169, 4031);

    private final ChangeEventQueue<?> queue;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile boolean stopping;

    RelayErrorHandler(MySqlConnectorConfig config, ChangeEventQueue<?> queue, ErrorHandler replaced) {
        super(MySqlConnector.class, config, queue, replaced);
        this.queue = queue;
    }

    /** From now on calls fail because the task ends them. */
    void stopping() {
        stopping = true;
    }

    @Override
    public void setProducerThrowable(Throwable failure) {
        if (stopping) {
            LOG.info("Ended, because the task stops: {}", failure.getMessage());
            return;
        }
        RelayException coded = coded(failure);
        if (coded == null || passing(failure)) {
            if (!stopped.get()) {
                super.setProducerThrowable(failure);
            }
        } else if (stopped.compareAndSet(false, true)) {
            LOG.error("The source task stops", failure);
            // The message that Connect shows must begin with what happened, not with the fact that something did.
            queue.producerException(new ConnectException(coded.getMessage(), failure));
        }
    }

    @Override
    protected boolean isRetriable(Throwable failure) {
        return passing(failure);
    }

    static boolean passing(Throwable failure) {
        boolean outage = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RelayException coded) {
                return coded.code() == ErrorCode.KAFKA_UNREACHABLE;
            }
            if (t instanceof SQLException sql) {
                return passing(sql);
            }
            if (t instanceof ServerException server) {
                return PASSING.contains(server.getErrorCode()) || PASSING_SESSION.contains(server.getErrorCode());
            }
            // Why it did not answer says more: a refused password does not pass.
            outage |= t instanceof IOException
                    || t instanceof SourceUnreachable
                    || t instanceof SchemaHistoryException
                    || t instanceof RetriableException;
        }
        return outage;
    }

    private static boolean passing(SQLException e) {
        return (e.getSQLState() != null && e.getSQLState().startsWith("08"))
                || PASSING.contains(e.getErrorCode())
                || PASSING_SESSION.contains(e.getErrorCode());
    }

    private static RelayException coded(Throwable failure) {
        Throwable t = failure;
        while (t != null && !(t instanceof RelayException)) {
            t = t.getCause();
        }
        return (RelayException) t;
    }
}
