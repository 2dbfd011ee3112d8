package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.SourcePosition;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Reads the binlog from a given place up to now, looking for statements only: the tables' structure is known as of now,
 * so it must have been the same there.
 */
final class StartScan {
    private final StatementEvents statements;
    private final Supplier<BinlogReader> reader;

    /** @param reader makes a reader with a client of its own */
    StartScan(Run run, Supplier<BinlogReader> reader) {
        this.statements = new StatementEvents(run.facts(), run.filter(), null, null, null, new Rereads());
        this.reader = reader;
    }

    /**
     * @return the coordinate that the user gave, with the GTIDs before it when the source has GTIDs
     * @throws RelayException RELAY-2214 if no transaction begins there
     */
    SourcePosition locate(ChangeEventSourceContext context, BinlogPosition wanted, SourcePosition now)
            throws InterruptedException {
        return StartCoordinate.locate(reader.get(), context, wanted, now);
    }

    /** @throws RelayException naming the first statement about a captured table */
    void refuseStructuralChanges(ChangeEventSourceContext context, SourcePosition from, SourcePosition to)
            throws InterruptedException {
        Pass pass = new Pass(from, to, (event, statement, transaction, at) -> {
            if (statements.structuralAndCaptured(event, statement)) {
                throw new RelayException(ErrorCode.DDL_BEFORE_START, StatementEvents.describe(statement) + " at " + at);
            }
        });
        reader.get().read(context, from, pass::handle, () -> pass.done);
    }

    /**
     * Tables of a load whose structure or name changed.
     *
     * @param loaded tables whose rows are or were to be read
     * @param again positions of those that have been read again meanwhile
     * @return with every table that a statement names beside them
     * @throws RelayException RELAY-2208 for a statement that reading tables again cannot make up for
     */
    Set<TableName> changedTables(
            ChangeEventSourceContext context,
            SourcePosition from,
            SourcePosition to,
            Collection<TableName> loaded,
            Rereads again)
            throws InterruptedException {
        Set<TableName> changed = new TreeSet<>();
        Set<TableName> known = new HashSet<>(loaded);
        known.addAll(again.tables());
        Pass pass = new Pass(from, to, (event, statement, transaction, at) -> {
            if (!statements.structuralAndCaptured(event, statement)) {
                return;
            }
            statements.refuseUnlessTables(statement, at);
            Set<TableName> named = statements.capturedTables(statement);
            if (named.stream().anyMatch(known::contains)
                    && !named.stream().allMatch(t -> again.contain(t, transaction))) {
                known.addAll(named);
                changed.addAll(named);
            }
        });
        reader.get().read(context, from, pass::handle, () -> pass.done);
        return changed;
    }

    /** @return those of the tables whose columns or name a statement may change between the two positions */
    Set<TableName> changedSince(
            ChangeEventSourceContext context, SourcePosition from, SourcePosition to, Set<TableName> tables)
            throws InterruptedException {
        Set<TableName> changed = new TreeSet<>();
        Pass pass = new Pass(
                from,
                to,
                (event, statement, transaction, at) -> tables.stream()
                        .filter(t -> statements.mayChange(event, statement, t))
                        .forEach(changed::add));
        reader.get().read(context, from, pass::handle, () -> pass.done);
        return changed;
    }

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Visitor {
        void statement(QueryEvent event, Statement statement, String transaction, String at);
    }

    /**
     * One way through the binlog. Ends by coordinate, with GTIDs too: a server heartbeat does not mean that nothing
     * follows, since the server also sends one behind transactions that it leaves out.
     */
    private final class Pass {
        private final BinlogPosition end;
        /** Null before the server has named the first file. */
        private BinlogPosition at;

        private final Visitor visitor;
        private String transaction;
        private volatile boolean done;

        Pass(SourcePosition from, SourcePosition to, Visitor visitor) {
            this.visitor = visitor;
            this.end = to.binlog();
            this.done = from.gtids() == null
                    ? from.binlog().compareTo(end) >= 0
                    : from.gtids().containsAll(to.gtids());
        }

        void handle(Event event) throws IOException, InterruptedException {
            if (done) {
                return;
            }
            EventHeaderV4 header = event.getHeader();
            switch (header.getEventType()) {
                case ROTATE -> {
                    RotateEventData data = event.getData();
                    at = new BinlogPosition(data.getBinlogFilename(), data.getBinlogPosition());
                }
                case GTID, GTID_TAGGED, ANONYMOUS_GTID -> {
                    Gtid gtid = EventGtid.of(event);
                    transaction = gtid != null
                            ? gtid.toString()
                            : new BinlogPosition(at.file(), header.getPosition()).toString();
                }
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
            if (header.getEventType() != EventType.ROTATE && at != null && header.getNextPosition() > at.offset()) {
                at = new BinlogPosition(at.file(), header.getNextPosition());
            }
            done = at != null && at.compareTo(end) >= 0;
        }

        private void query(QueryEvent event, EventHeaderV4 header) {
            if (event.getSql().equals("BEGIN") || event.getSql().equals("COMMIT")) {
                return;
            }
            Statement statement = statements.classify(event);
            String place = at.file() + ":" + header.getPosition();
            // A binlog without GTID events numbers a transaction by its first event, which a statement is itself.
            visitor.statement(event, statement, transaction == null ? place : transaction, place);
        }
    }
}
