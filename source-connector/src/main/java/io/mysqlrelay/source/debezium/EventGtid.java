package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.GtidTaggedEventData;
import io.mysqlrelay.core.position.Gtid;

/** The GTID that an event announces. */
final class EventGtid {
    private EventGtid() {}

    /** @return null for an anonymous transaction, and for an event that begins none */
    static Gtid of(Event event) {
        Object data = event.getData();
        if (data instanceof GtidTaggedEventData tagged) {
            return Gtid.parse(tagged.getMySqlGtid().toString()).orElseThrow();
        }
        if (data instanceof GtidEventData plain && event.getHeader().getEventType() != EventType.ANONYMOUS_GTID) {
            return Gtid.parse(plain.getMySqlGtid().toString()).orElseThrow();
        }
        return null;
    }
}
