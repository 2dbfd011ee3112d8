package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.TableName;
import java.util.IdentityHashMap;
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

    private final IdentityHashMap<Schema, EnvelopePlan> byInstance = new IdentityHashMap<>();
    private final Map<ByEquality, EnvelopePlan> byEquality = new Kept();

    /** @return whether the schema is one of row changes */
    boolean isEnvelope(Schema schema) {
        return byInstance.containsKey(schema) || EnvelopePlan.isEnvelope(schema);
    }

    /** @param envelope of a schema for which {@link #isEnvelope} is true */
    EnvelopePlan of(Struct envelope) {
        EnvelopePlan plan = byInstance.get(envelope.schema());
        if (plan == null || !plan.isOf(envelope)) {
            plan = equal(envelope);
            if (byInstance.size() >= KEPT) {
                byInstance.clear();
            }
            byInstance.put(envelope.schema(), plan);
        }
        return plan;
    }

    private EnvelopePlan equal(Struct envelope) {
        Struct source = envelope.getStruct("source");
        TableName table =
                new TableName((String) source.getWithoutDefault("db"), (String) source.getWithoutDefault("table"));
        return byEquality.computeIfAbsent(
                new ByEquality(envelope.schema(), table), key -> new EnvelopePlan(key.schema, key.table));
    }

    private record ByEquality(Schema schema, TableName table) {}

    private static final class Kept extends LinkedHashMap<ByEquality, EnvelopePlan> {
        private static final long serialVersionUID = 1L;

        Kept() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByEquality, EnvelopePlan> eldest) {
            return size() > KEPT;
        }
    }
}
