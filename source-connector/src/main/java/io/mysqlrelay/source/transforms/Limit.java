package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.metric.GuardMetric;
import java.util.List;

/** The limits that a record can show to be passed. */
enum Limit {
    KEYLESS_TABLES("keyless.tables", ErrorCode.LIMIT_KEYLESS, GuardMetric.KEYLESS_TABLES, true),
    LARGE_ROWS("large.rows", ErrorCode.LIMIT_ROW_SIZE, GuardMetric.LARGE_ROWS, true),
    REFUSED_STATEMENTS("refused.statements", ErrorCode.LIMIT_STATEMENT, GuardMetric.REFUSED_STATEMENTS, false),
    COMMENT_STATEMENTS("comment.statements", ErrorCode.LIMIT_COMMENT, GuardMetric.COMMENT_STATEMENTS, false),
    MANY_TABLES("many.tables", ErrorCode.LIMIT_TABLES, GuardMetric.MANY_TABLES, false);

    /** Setting that holds the limit's policy. */
    final String setting;

    final ErrorCode code;
    final GuardMetric metric;
    private final boolean ofRows;

    Limit(String setting, ErrorCode code, GuardMetric metric, boolean ofRows) {
        this.setting = setting;
        this.code = code;
        this.metric = metric;
        this.ofRows = ofRows;
    }

    List<String> policies() {
        return ofRows ? LimitPolicy.FOR_ROWS : LimitPolicy.FOR_OTHERS;
    }
}
