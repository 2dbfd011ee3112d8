package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * Plans by schema. Looked up by instance first, because comparing two schemas costs more than reading a row; then by
 * equality, because converters forget their cached schemas (JsonConverter keeps 1,000) and make equal ones. The table
 * is part of the key: names with dots can make the schemas of two tables equal.
 */
final class EnvelopePlans {
    /** More than one migration usually has in use at a time; a plan is a few kilobytes. */
    private static final int KEPT = 4_000;

    private final Map<ByInstance, EnvelopePlan> byInstance = new Kept<>();
    private final Map<ByEquality, EnvelopePlan> byEquality = new Kept<>();
    private ByInstance lastKey;
    private EnvelopePlan last;

    EnvelopePlan of(Struct envelope) {
        Struct source = envelope.getStruct("source");
        Schema schema = envelope.schema();
        String database = (String) source.getWithoutDefault("db");
        String table = (String) source.getWithoutDefault("table");
        if (lastKey == null || !lastKey.is(schema, database, table)) {
            ByInstance key = new ByInstance(schema, new TableName(database, table));
            last = byInstance.computeIfAbsent(
                    key,
                    k -> byEquality.computeIfAbsent(
                            new ByEquality(schema, k.table), e -> new EnvelopePlan(schema, e.table)));
            lastKey = key;
        }
        return last;
    }

    private record ByEquality(Schema schema, TableName table) {}

    private record ByInstance(Schema schema, TableName table) {
        @SuppressWarnings("ReferenceEquality") // the point of this key
        boolean is(Schema otherSchema, String database, String tableName) {
            return schema == otherSchema
                    && table.table().equals(tableName)
                    && table.database().equals(database);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByInstance key && is(key.schema, key.table.database(), key.table.table());
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(schema) + table.hashCode();
        }
    }

    private static final class Kept<K> extends LinkedHashMap<K, EnvelopePlan> {
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, EnvelopePlan> eldest) {
            return size() > KEPT;
        }
    }
}
