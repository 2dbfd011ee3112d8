package io.mysqlrelay.testkit.compare;

import io.mysqlrelay.core.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a comparison has found.
 *
 * @param differenceCount all differences, also those without a sentence
 * @param differences one sentence each, no more than {@link Differences#LIMIT}; they may hold parts of key values
 * @param rows rows of the left server's tables whose rows were compared
 */
public record ComparisonResult(
        long differenceCount, List<String> differences, Map<TableName, Long> rows, Duration time) {
    public boolean equal() {
        return differenceCount == 0;
    }

    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        String summary = rows.size() + " tables with " + totalRows() + " rows compared in " + time.toMillis() + " ms: ";
        return equal()
                ? summary + "equal"
                : summary + differenceCount + " differences\n" + String.join("\n", differences);
    }
}
