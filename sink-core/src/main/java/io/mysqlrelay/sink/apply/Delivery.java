package io.mysqlrelay.sink.apply;

import io.mysqlrelay.core.stream.RecordIdentity;

/**
 * A record as it was delivered, without what it says.
 *
 * @param sourceMillis the source's time of it
 */
record Delivery(RecordIdentity identity, long offset, long sourceMillis) {}
