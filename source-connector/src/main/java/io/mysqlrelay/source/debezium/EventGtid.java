package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.GtidTaggedEventData;
import com.github.shyiko.mysql.binlog.event.MySqlGtid;
import io.mysqlrelay.core.position.Gtid;
import java.util.Locale;

/** The GTID that an event announces. */
final class EventGtid {
    private EventGtid() {}

    /** @return null for an anonymous transaction, and for an event that begins none */
    static Gtid of(Event event) {
        Object data = event.getData();
        if (data instanceof GtidTaggedEventData tagged) {
            return of(tagged.getMySqlGtid());
        }
        if (data instanceof GtidEventData plain && event.getHeader().getEventType() != EventType.ANONYMOUS_GTID) {
            return of(plain.getMySqlGtid());
        }
        return null;
    }

    private static Gtid of(MySqlGtid gtid) {
        String server = gtid.getServerId().toString();
        String tag = gtid.getTag();
        return new Gtid(
                tag == null || tag.isEmpty() ? server : server + ":" + tag.toLowerCase(Locale.ROOT),
                gtid.getTransactionId());
    }
}
