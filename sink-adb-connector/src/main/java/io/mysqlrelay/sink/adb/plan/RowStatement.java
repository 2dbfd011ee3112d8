package io.mysqlrelay.sink.adb.plan;

import io.mysqlrelay.sink.change.RowKey;
import java.util.List;

/**
 * A statement about rows of one table. It may be executed again, whatever came of it the first time.
 *
 * @param written rows of a REPLACE or INSERT; empty for DELETE
 * @param deleted keys of a DELETE; empty for the others
 */
public record RowStatement(String sql, TablePlan plan, List<NewRow> written, List<RowKey> deleted) {}
