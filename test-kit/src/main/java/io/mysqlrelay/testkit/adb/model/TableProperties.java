package io.mysqlrelay.testkit.adb.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the backing server has no words for. It is kept as JSON in the comment of the backing table, so that it changes
 * with the table in one step, survives the proxy and is seen by every other proxy.
 *
 * @param hash distribution columns with commas between them; empty for BROADCAST
 * @param partition column, or empty
 * @param partitionBy the whole expression, {@code VALUE(DATE_FORMAT(`ts`, '%Y%m%d'))} for instance
 * @param lifecycle partitions kept, 0 for all
 * @param options INDEX_ALL and the like, values as printed
 * @param comment the table's own
 */
public record TableProperties(
        String hash,
        String partition,
        String partitionBy,
        int lifecycle,
        Map<String, String> options,
        List<Index> indexes,
        String comment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How every comment of a backing table begins that the stand-in has made. */
    static final String MARK = "{\"hash\":";

    public TableProperties {
        options = new TreeMap<>(options);
        indexes = List.copyOf(indexes);
    }

    /**
     * An index that was named; AnalyticDB indexes every column of a table without one.
     *
     * @param kind KEY, FULLTEXT INDEX or CLUSTERED KEY
     */
    public record Index(String kind, String name, List<String> columns) {}

    /** @return null when the stand-in has not made the table */
    public static TableProperties ofBacking(String comment) {
        if (!comment.startsWith(MARK)) {
            return null;
        }
        try {
            return JSON.readValue(comment, TableProperties.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table of the stand-in has lost its properties", e);
        }
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a table's properties have no JSON", e);
        }
    }

    public List<String> distribution() {
        return hash.isEmpty() ? List.of() : List.of(hash.split(","));
    }

    public TableProperties withComment(String other) {
        return new TableProperties(hash, partition, partitionBy, lifecycle, options, indexes, other);
    }

    public TableProperties withLifecycle(int other) {
        return new TableProperties(hash, partition, partitionBy, other, options, indexes, comment);
    }

    public TableProperties withIndexes(List<Index> others) {
        return new TableProperties(hash, partition, partitionBy, lifecycle, options, others, comment);
    }

    public TableProperties withIndexedColumn(String from, String to) {
        List<Index> renamed = new ArrayList<>();
        for (Index index : indexes) {
            List<String> columns = new ArrayList<>(index.columns());
            columns.replaceAll(column -> column.equalsIgnoreCase(from) ? to : column);
            renamed.add(new Index(index.kind(), index.name(), columns));
        }
        return withIndexes(renamed);
    }
}
