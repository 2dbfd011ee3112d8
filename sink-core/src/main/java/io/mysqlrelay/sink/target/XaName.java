package io.mysqlrelay.sink.target;

/**
 * Names the row changes of one XA transaction.
 *
 * @param xid the source's name for it, which may be used again after its end
 * @param transaction the transaction of the binlog that holds its row changes
 */
public record XaName(String xid, String transaction) {
    @Override
    public String toString() {
        return xid + " in " + transaction;
    }
}
