package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.GtidTaggedEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Reads the binlog from a given start up to now, looking for statements only: the tables' structure is known as of now,
 * so it must have been the same at the start.
 */
final class StartScan {
    private final StatementEvents statements;
    private final Supplier<BinlogReader> reader;

    /** @param reader makes a reader with a client of its own */
    StartScan(Run run, Supplier<BinlogReader> reader) {
        this.statements = new StatementEvents(run.facts(), run.filter(), null, null, null);
        this.reader = reader;
    }

    /** @throws RelayException naming the first statement about a captured table */
    void refuseStructuralChanges(ChangeEventSourceContext context, SourcePosition from, SourcePosition to)
            throws InterruptedException {
        Pass pass = new Pass(from, to);
        reader.get().read(context, from, pass::handle, () -> pass.done);
    }

    /** One way through the binlog. */
    private final class Pass {
        private final SourcePosition to;
        private final GtidSet seen;
        private BinlogPosition at;
        private Gtid gtid;
        private volatile boolean done;

        Pass(SourcePosition from, SourcePosition to) {
            this.to = to;
            this.seen = from.gtids() == null ? null : from.gtids().copy();
            this.at = from.binlog();
            this.done = reached();
        }

        private boolean reached() {
            return seen == null ? at.compareTo(to.binlog()) >= 0 : seen.containsAll(to.gtids());
        }

        void handle(Event event) throws IOException, InterruptedException {
            EventHeaderV4 header = event.getHeader();
            if (done) {
                return;
            }
            switch (event.getHeader().getEventType()) {
                case ROTATE -> {
                    RotateEventData data = event.getData();
                    at = new BinlogPosition(data.getBinlogFilename(), data.getBinlogPosition());
                }
                case GTID ->
                    gtid(((GtidEventData) event.getData()).getMySqlGtid().toString());
                case GTID_TAGGED ->
                    gtid(((GtidTaggedEventData) event.getData()).getMySqlGtid().toString());
                case QUERY -> query(event.getData(), header);
                case TRANSACTION_PAYLOAD -> {
                    PayloadEvent payload = event.getData();
                    payload.forEach(inner -> {
                        if (inner.getHeader().getEventType() == EventType.QUERY) {
                            query(inner.getData(), header);
                        }
                    });
                }
                default -> {}
            }
            if (event.getHeader().getEventType() != EventType.ROTATE && header.getNextPosition() > 0) {
                at = new BinlogPosition(at.file(), header.getNextPosition());
            }
            // The last transaction counts as read only when the next one begins or the server has nothing more to send.
            boolean idle =
                    header.getEventType() == EventType.HEARTBEAT || header.getEventType() == EventType.HEARTBEAT_V2;
            if (idle && gtid != null) {
                seen.add(gtid);
            }
            done = idle || reached();
        }

        private void gtid(String text) {
            if (gtid != null) {
                seen.add(gtid);
            }
            gtid = Gtid.parse(text).orElseThrow();
        }

        private void query(QueryEvent event, EventHeaderV4 header) {
            if (event.getSql().equals("BEGIN") || event.getSql().equals("COMMIT")) {
                return;
            }
            Statement statement = statements.classify(event);
            if (statements.structuralAndCaptured(event, statement)) {
                throw new RelayException(
                        ErrorCode.DDL_BEFORE_START,
                        StatementEvents.describe(statement) + " at " + at.file() + ":" + header.getPosition());
            }
        }
    }
}
