package io.mysqlrelay.source.transforms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of a record beyond a limit. */
enum LimitPolicy {
    /** The task stops. */
    FAIL,
    /** The row change travels on, marked, and the sink hands it to its dead letter queue in place of applying it. */
    ERRANT,
    /** It passes, counted, with a line in the log for each table. */
    WARN,
    /** It passes; the limit is not looked at. */
    IGNORE;

    /** Of limits about rows, whose meaning does not depend on what was seen before. */
    static final List<String> FOR_ROWS = names(FAIL, ERRANT, WARN, IGNORE);

    /** Of limits about statements and tables: without a statement, what follows it would not fit. */
    static final List<String> FOR_OTHERS = names(FAIL, WARN, IGNORE);

    private static List<String> names(LimitPolicy... policies) {
        return Arrays.stream(policies)
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static LimitPolicy of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
