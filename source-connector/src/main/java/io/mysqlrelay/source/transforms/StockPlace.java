package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.stream.RecordIdentity;

/**
 * Place of a change in the source's history, the same whenever the stock connector repeats it.
 *
 * <p>With GTIDs it is counted from the transaction's start: events, and rows in the event. Without, the event's coordinate
 * takes the transaction's place, because a connector that reconnects without GTIDs begins to count in the middle.
 *
 * @param transaction as in {@link RecordIdentity}
 * @param ordinal greater for each later change of the transaction
 */
record StockPlace(String transaction, long ordinal) {
    /** A snapshot's records have no place: a second snapshot has no row in common with the first. */
    static final StockPlace NONE = new StockPlace(RecordIdentity.NO_TRANSACTION, 0);

    private static final int BITS_OF_ROW = 32;

    /** @throws RelayException RELAY-3030 if two changes could have the same place */
    static StockPlace ofRow(StockOrigin origin) {
        if (origin.eventsBefore() == 0) {
            throw new RelayException(
                    ErrorCode.STOCK_RECORD,
                    "a row change at " + origin.event()
                            + " lies outside of any transaction: it belongs to an XA transaction, of"
                            + " which the connector does not tell whether it was committed, or the connector has reconnected"
                            + " in a transaction without GTIDs (then restart it)");
        }
        if (origin.gtid() != null) {
            return counted(origin, origin.row());
        }
        if (origin.event().equals(origin.transaction())) {
            throw new RelayException(
                    ErrorCode.STOCK_RECORD,
                    "the transaction at " + origin.event()
                            + " is compressed, and without GTIDs its changes cannot be told"
                            + " apart: set gtid_mode=ON or binlog_transaction_compression=OFF on the source");
        }
        return new StockPlace(origin.event().toString(), origin.row());
    }

    /** @param piece number of the piece, if the connector has cut the statement into several; from 0 */
    static StockPlace ofStatement(StockOrigin origin, long piece) {
        return origin.gtid() == null ? new StockPlace(origin.event().toString(), piece) : counted(origin, piece);
    }

    private static StockPlace counted(StockOrigin origin, long within) {
        return new StockPlace(origin.gtid(), (origin.eventsBefore() << BITS_OF_ROW) | within);
    }

    String encode() {
        return ordinal + "/" + transaction;
    }
}
