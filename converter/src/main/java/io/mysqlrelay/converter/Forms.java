package io.mysqlrelay.converter;

import java.util.IdentityHashMap;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/**
 * The forms of the parts of one schema, one for each instance: a few bytes can describe a schema that holds itself twice
 * on each of its levels, and forms for each of these places would fill any memory.
 */
final class Forms {
    private final IdentityHashMap<Schema, ValueForm> made = new IdentityHashMap<>();

    ValueForm of(Schema schema) {
        if (schema == null) {
            throw new DataException("an array or map without a schema of its elements");
        }
        ValueForm form = made.get(schema);
        if (form == null) {
            form = make(schema);
            made.put(schema, form);
        }
        return form;
    }

    NullableForm nullable(Schema schema) {
        return new NullableForm(of(schema), NullableForm.mayBeNull(schema));
    }

    private ValueForm make(Schema schema) {
        // Connect's own logical types have Java classes of their own; what others call their types changes no value.
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            return ScalarForm.DECIMAL;
        }
        if (isInstant(schema.name())) {
            return ScalarForm.INSTANT;
        }
        return switch (schema.type()) {
            case INT8 -> ScalarForm.INT8;
            case INT16 -> ScalarForm.INT16;
            case INT32 -> ScalarForm.INT32;
            case INT64 -> ScalarForm.INT64;
            case FLOAT32 -> ScalarForm.FLOAT32;
            case FLOAT64 -> ScalarForm.FLOAT64;
            case BOOLEAN -> ScalarForm.BOOLEAN;
            case STRING -> ScalarForm.STRING;
            case BYTES -> ScalarForm.BYTES;
            case ARRAY -> new ArrayForm(nullable(schema.valueSchema()));
            case MAP -> new MapForm(nullable(schema.keySchema()), nullable(schema.valueSchema()));
            case STRUCT -> new StructForm(schema, this);
        };
    }

    private static boolean isInstant(String name) {
        return org.apache.kafka.connect.data.Date.LOGICAL_NAME.equals(name)
                || Time.LOGICAL_NAME.equals(name)
                || Timestamp.LOGICAL_NAME.equals(name);
    }
}
