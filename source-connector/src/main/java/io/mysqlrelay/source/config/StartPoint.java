package io.mysqlrelay.source.config;

import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;

/**
 * Where the user wants an incremental migration to begin. Exactly one part is not null.
 *
 * @param gtids transactions that the target already has
 * @param binlog coordinate of the first change to take
 */
public record StartPoint(GtidSet gtids, BinlogPosition binlog) {}
