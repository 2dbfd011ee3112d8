package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.header.Headers;

/** The records of one start of a stock connector's task, numbered. */
final class StockRun {
    private final String run = RecordIdentity.STOCK_RUN + UUID.randomUUID();
    private long seq;
    private boolean begun;

    /** The change before; null while there was none. */
    private StockPlace last;

    /** Headers of a change, or of a record of a snapshot. */
    Headers change(StockPlace place, StockOrigin origin, Headers stock) {
        Headers headers = numbered(place);
        if (!begun) {
            begun = true;
            text(headers, StreamNames.BEGIN_HEADER, origin.start().encode());
        }
        if (last != null) {
            text(headers, StreamNames.BEHIND_HEADER, last.encode());
        }
        if (!place.equals(StockPlace.NONE)) {
            last = place;
        }
        Header refused = stock.lastWithName(StreamNames.REFUSED_HEADER);
        return refused == null ? headers : headers.add(refused);
    }

    Headers heartbeat() {
        return numbered(StockPlace.NONE);
    }

    private Headers numbered(StockPlace place) {
        Headers headers = new ConnectHeaders();
        String identity = new RecordIdentity(run, seq++, place.ordinal(), place.transaction()).encode();
        text(headers, StreamNames.IDENTITY_HEADER, identity);
        return headers;
    }

    private static void text(Headers headers, String name, String value) {
        headers.add(name, value, Schema.STRING_SCHEMA);
    }
}
