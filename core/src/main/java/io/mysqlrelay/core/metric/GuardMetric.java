package io.mysqlrelay.core.metric;

/** What the transform LimitsGuard shows: records beyond a limit, whatever its policy made of them. */
public enum GuardMetric implements Metric {
    KEYLESS_TABLES("keyless-tables-total", "Rows, definitions and statements of tables without a key."),
    LARGE_ROWS("large-rows-total", "Row changes larger than large.rows.bytes."),
    REFUSED_STATEMENTS("refused-statements-total", "Statements of the kinds in refused.statements.kinds."),
    COMMENT_STATEMENTS("comment-statements-total", "Statements that change comments."),
    MANY_TABLES("many-tables-total", "Times that a table more than tables.limit was seen."),
    ROWS_MARKED("rows-marked-total", "Row changes that were marked so that the sink leaves them out.");

    private final String id;
    private final String meaning;

    GuardMetric(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
