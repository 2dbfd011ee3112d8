package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.ByteArrayEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.GtidTaggedEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.XAPrepareEventData;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.XaEnd;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.Transaction;
import io.mysqlrelay.source.record.TransactionTracker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/** Follows the binlog event by event: transactions, rows, statements, and everything that must stop the task. */
final class BinlogRouter {
    private final TransactionTracker tracker;
    private final RowEvents rows;
    private final StatementEvents statements;
    private final Heartbeats heartbeats;
    private final ChangeStream stream;
    /** End of the full load while it is not passed; null afterwards. */
    private SourcePosition loadEnd;

    /** Between BEGIN and its end: statements do not end the transaction. */
    private boolean begun;

    private boolean emitted;
    /** Header of the compressed transaction whose events are read; those have no positions of their own. */
    private EventHeaderV4 payload;

    BinlogRouter(
            TransactionTracker tracker,
            RowEvents rows,
            StatementEvents statements,
            Heartbeats heartbeats,
            ChangeStream stream,
            SourcePosition loadEnd) {
        this.tracker = tracker;
        this.rows = rows;
        this.statements = statements;
        this.heartbeats = heartbeats;
        this.stream = stream;
        this.loadEnd = loadEnd;
    }

    void handle(Event event) throws IOException, InterruptedException {
        EventHeaderV4 header = payload != null ? payload : event.getHeader();
        long millis = header.getTimestamp();
        switch (event.getHeader().getEventType()) {
            case ROTATE -> rotate(event.getData());
            case GTID, GTID_TAGGED, ANONYMOUS_GTID -> begin(event, header);
            case QUERY -> query(event.getData(), header);
            case TABLE_MAP -> tableMap(event.getData(), header);
            case WRITE_ROWS, EXT_WRITE_ROWS, UPDATE_ROWS, EXT_UPDATE_ROWS, DELETE_ROWS, EXT_DELETE_ROWS -> {
                RowsEvent data = event.getData();
                rows.changes(data, changing(data.tableNumber(), header), at(header));
            }
            case PARTIAL_UPDATE_ROWS_EVENT -> partialUpdate(event, header);
            case TRANSACTION_PAYLOAD -> unpack(event.getData(), header);
            case XID -> commit(header);
            case XA_PREPARE -> {
                XAPrepareEventData data = event.getData();
                endXa(data.isOnePhase() ? XaEnd.ONE_PHASE : XaEnd.PREPARE, header);
            }
            case HEARTBEAT, HEARTBEAT_V2 -> heartbeats.idle();
            case INCIDENT -> throw new RelayException(ErrorCode.BINLOG_INCIDENT, "incident event at " + at(header));
            case EXECUTE_LOAD_QUERY, LOAD, NEW_LOAD, EXEC_LOAD ->
                throw new RelayException(ErrorCode.STATEMENT_DML, "LOAD DATA at " + at(header));
            case PRE_GA_WRITE_ROWS, PRE_GA_UPDATE_ROWS, PRE_GA_DELETE_ROWS ->
                throw new RelayException(ErrorCode.BINLOG_UNREADABLE, "row event of an old format at " + at(header));
            default -> {
                if (header.getNextPosition() > 0 && millis > 0) {
                    tracker.passed(header.getNextPosition());
                }
            }
        }
    }

    private void rotate(RotateEventData data) {
        tracker.rotate(new BinlogPosition(data.getBinlogFilename(), data.getBinlogPosition()));
        rows.forgetNumbers();
    }

    private void tableMap(TableMap map, EventHeaderV4 header) throws InterruptedException {
        try {
            rows.tableMap(map, tracker.current(header.getPosition(), header.getTimestamp()), at(header));
        } catch (RelayException e) {
            if (loadEnd != null && e.code() == ErrorCode.TABLE_MODEL_DIFFERS) {
                throw new RelayException(ErrorCode.DDL_DURING_LOAD, e.getMessage(), e);
            }
            throw e;
        }
    }

    private void begin(Event event, EventHeaderV4 header) throws InterruptedException {
        long micros = 0;
        Object data = event.getData();
        if (data instanceof GtidTaggedEventData tagged) {
            micros = tagged.getOriginalCommitTimestamp();
        } else if (data instanceof GtidEventData plain) {
            micros = plain.getOriginalCommitTimestamp();
        }
        long millis = micros > 0 ? micros / 1000 : header.getTimestamp();
        endOfTransaction();
        tracker.begin(EventGtid.of(event), header.getPosition(), millis);
    }

    private void query(QueryEvent event, EventHeaderV4 header) throws InterruptedException {
        switch (event.getSql()) {
            case "BEGIN" -> {
                tracker.current(header.getPosition(), header.getTimestamp());
                begun = true;
            }
            case "COMMIT" -> commit(header);
            default -> statement(event, header);
        }
    }

    private void statement(QueryEvent event, EventHeaderV4 header) throws InterruptedException {
        Statement statement = statements.classify(event);
        Transaction transaction = tracker.current(header.getPosition(), header.getTimestamp());
        if (statement.kind() == StatementKind.TRANSACTION_CONTROL) {
            control(event.getSql().trim().toUpperCase(Locale.ROOT), header);
            return;
        }
        transaction.takeOrdinal();
        SourcePosition after = tracker.after(header.getNextPosition());
        switch (statements.handle(event, statement, transaction, header.getTimestamp() / 1000, after, at(header))) {
            case MODEL_CHANGED -> {
                emitted = true;
                rows.forgetNumbers();
            }
            case EMITTED -> emitted = true;
            case IGNORED -> {}
        }
        if (!begun) {
            commit(header);
        }
    }

    private void control(String sql, EventHeaderV4 header) throws InterruptedException {
        if (sql.startsWith("ROLLBACK") && emitted) {
            throw new RelayException(ErrorCode.ROLLBACK_AFTER_CHANGES, "at " + at(header));
        }
        if (XaStatement.is(sql)) {
            controlXa(XaStatement.parse(sql, at(header)), header);
        } else if (sql.equals("ROLLBACK") || (!begun && !sql.startsWith("SAVEPOINT"))) {
            commit(header);
        }
    }

    private void controlXa(XaStatement statement, EventHeaderV4 header) throws InterruptedException {
        Transaction transaction = tracker.current(header.getPosition(), header.getTimestamp());
        switch (statement.verb()) {
            case "START" -> {
                begun = true;
                transaction.xid(statement.xid());
            }
            case "COMMIT", "ROLLBACK" -> {
                transaction.xid(statement.xid());
                endXa(XaEnd.valueOf(statement.verb()), header);
            }
            default -> {}
        }
    }

    private void endXa(XaEnd end, EventHeaderV4 header) throws InterruptedException {
        Transaction transaction = tracker.current(header.getPosition(), header.getTimestamp());
        transaction.takeOrdinal();
        stream.xa(transaction.xid(), end, transaction);
        commit(header);
    }

    /** @return the transaction; marked as one that cannot be taken back when the table is captured */
    private Transaction changing(long tableNumber, EventHeaderV4 header) {
        emitted |= rows.captured(tableNumber);
        return tracker.current(header.getPosition(), header.getTimestamp());
    }

    private void partialUpdate(Event event, EventHeaderV4 header) {
        ByteArrayEventData data = event.getData();
        byte[] id = Arrays.copyOf(Arrays.copyOf(data.getData(), 6), 8);
        long number = ByteBuffer.wrap(id).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (rows.captured(number)) {
            throw new RelayException(
                    ErrorCode.ROW_IMAGE_PARTIAL,
                    "partial JSON update of table " + rows.name(number) + " at " + at(header));
        }
    }

    private void unpack(PayloadEvent event, EventHeaderV4 header) throws IOException, InterruptedException {
        payload = header;
        try {
            event.forEach(this::handle);
        } finally {
            payload = null;
        }
    }

    private void commit(EventHeaderV4 header) throws InterruptedException {
        long millis =
                tracker.current(header.getPosition(), header.getTimestamp()).sourceMillis();
        tracker.commit(header.getNextPosition());
        endOfTransaction();
        if (loadEnd != null && tracker.reached(loadEnd)) {
            loadEnd = null;
            tracker.dropExtra();
        }
        heartbeats.afterTransaction(millis);
    }

    private void endOfTransaction() throws InterruptedException {
        begun = false;
        emitted = false;
        stream.endOfTransaction();
    }

    private String at(EventHeaderV4 header) {
        return tracker.file() + ":" + header.getPosition();
    }
}
