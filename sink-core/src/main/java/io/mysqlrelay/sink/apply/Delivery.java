package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.RecordIdentity;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record as it was delivered, without what it says.
 *
 * @param sourceMillis the source's time of it
 * @param last it is the last record of its transaction
 * @param xid name of the XA transaction that a row change belongs to; null when it counts at once
 * @param refusal why a row change is not to be applied, as the record itself says; null when it is
 * @param kept the record itself, for as long as it may have to be handed on; null when it never is
 */
record Delivery(
        RecordIdentity identity,
        long offset,
        long sourceMillis,
        boolean last,
        String xid,
        RelayException refusal,
        SinkRecord kept) {}
