package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.PreviousGtidSetEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import io.debezium.pipeline.source.spi.ChangeEventSource.ChangeEventSourceContext;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.Gtid;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;

/**
 * Reads one binlog file up to a coordinate that the user gave: a transaction must begin there, and with GTIDs the file says
 * which were executed before it (its PREVIOUS_GTIDS event and the GTID events that follow).
 */
final class StartCoordinate {
    private static final long FILE_BEGIN = 4;

    private final BinlogPosition wanted;
    /** End of the binlog: no event follows that could show that a transaction begins there. */
    private final BinlogPosition end;

    /** Null on a source without GTIDs. */
    private volatile GtidSet executed;

    private long transaction = FILE_BEGIN;
    private long last = FILE_BEGIN;
    private boolean named;
    private volatile boolean found;

    private StartCoordinate(BinlogPosition wanted, SourcePosition now) {
        this.wanted = wanted;
        this.end = now.binlog();
        this.executed = now.gtids() == null ? null : GtidSet.parse("");
    }

    /**
     * @param now end of the source's binlog
     * @return the coordinate, with the GTIDs before it when the source has GTIDs
     * @throws RelayException RELAY-2214 if no transaction begins there
     */
    static SourcePosition locate(
            BinlogReader reader, ChangeEventSourceContext context, BinlogPosition wanted, SourcePosition now)
            throws InterruptedException {
        StartCoordinate coordinate = new StartCoordinate(wanted, now);
        reader.read(
                context,
                new SourcePosition(null, new BinlogPosition(wanted.file(), FILE_BEGIN)),
                coordinate::handle,
                () -> coordinate.found);
        if (!coordinate.found) {
            throw new InterruptedException("the task stops");
        }
        return new SourcePosition(coordinate.executed, wanted);
    }

    private void handle(Event event) {
        if (found) {
            return;
        }
        EventHeaderV4 header = event.getHeader();
        switch (header.getEventType()) {
            case ROTATE -> rotate(event.getData(), header);
            case PREVIOUS_GTIDS -> {
                PreviousGtidSetEventData data = event.getData();
                if (executed != null) {
                    executed = GtidSet.parse(data.getGtidSet());
                }
                found = wanted.offset() <= header.getNextPosition();
            }
            case STOP -> boundary(header.getPosition());
            case GTID, GTID_TAGGED, ANONYMOUS_GTID -> {
                boundary(header.getPosition());
                Gtid gtid = EventGtid.of(event);
                if (!found && gtid != null && executed != null) {
                    executed.add(gtid);
                }
            }
            default -> {}
        }
        // An artificial event, as the first rotation and heartbeats, has no place in the file.
        if (!found && header.getNextPosition() > 0 && header.getTimestamp() > 0) {
            last = header.getNextPosition();
            if (wanted.file().equals(end.file()) && last >= end.offset()) {
                boundary(end.offset());
                refuse();
            }
        }
    }

    private void rotate(RotateEventData data, EventHeaderV4 header) {
        if (header.getTimestamp() > 0) {
            boundary(header.getPosition());
        } else if (named && !data.getBinlogFilename().equals(wanted.file())) {
            // A server that was killed has written no last event.
            boundary(last);
            refuse();
        }
        named = true;
    }

    private void boundary(long offset) {
        found |= offset == wanted.offset();
        if (offset > wanted.offset()) {
            refuse();
        }
        transaction = offset;
    }

    private void refuse() {
        if (!found) {
            throw new RelayException(
                    ErrorCode.START_POSITION_INVALID,
                    "no transaction begins at " + wanted + "; the last one before it begins at " + transaction);
        }
    }
}
