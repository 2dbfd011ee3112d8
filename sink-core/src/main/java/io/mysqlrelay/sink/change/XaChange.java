package io.mysqlrelay.sink.change;

import io.mysqlrelay.core.stream.XaEnd;

/**
 * An XA transaction was prepared or has ended.
 *
 * @param xid its name; the same name may be used again after the transaction's end
 */
public record XaChange(String xid, XaEnd end) implements StreamValue {}
