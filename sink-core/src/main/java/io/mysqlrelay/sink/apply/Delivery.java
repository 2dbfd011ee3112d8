package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.stream.RecordIdentity;

/**
 * A record as it was delivered, without what it says.
 *
 * @param sourceMillis the source's time of it
 * @param xid name of the XA transaction that a row change belongs to; null when it counts at once
 */
record Delivery(RecordIdentity identity, long offset, long sourceMillis, String xid) {}
