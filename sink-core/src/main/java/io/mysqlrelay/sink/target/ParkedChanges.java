package io.mysqlrelay.sink.target;

import io.mysqlrelay.core.TableName;
import java.util.Set;

/**
 * Which parked changes of an XA transaction count now, and how they are applied.
 *
 * @param onePhase the transaction of the binlog that holds them, when that is known; null for those that were prepared
 * @param safe as in {@link Window}
 * @param contained tables whose loaded rows contain the changes already
 */
public record ParkedChanges(String xid, String onePhase, boolean safe, Set<TableName> contained) {}
