package io.mysqlrelay.converter;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/** Writes one schema as {@link SchemaBytes} says. */
final class SchemaWriter {
    private final ByteSink out = new ByteSink();
    private final Map<Schema, Integer> written = new HashMap<>();

    private SchemaWriter() {}

    static byte[] write(Schema schema) {
        SchemaWriter writer = new SchemaWriter();
        writer.node(schema, 0);
        return writer.out.toArray();
    }

    private void node(Schema given, int depth) {
        if (depth > SchemaBytes.DEEPEST) {
            throw new DataException("a schema of more than " + SchemaBytes.DEEPEST + " levels");
        }
        // Of a builder, which has no equality, the schema that it stands for.
        Schema schema = given.schema();
        Integer known = written.get(schema);
        if (known != null) {
            out.put(SchemaBytes.REFERENCE);
            out.unsigned(known);
            return;
        }
        int details = details(schema);
        int head = SchemaBytes.number(schema.type())
                | (schema.isOptional() ? SchemaBytes.OPTIONAL : 0)
                | (schema.name() == null ? 0 : SchemaBytes.NAMED)
                | (details == 0 ? 0 : SchemaBytes.DETAILED);
        out.put(head);
        if (schema.name() != null) {
            out.text(schema.name());
        }
        if (details != 0) {
            out.put(details);
            write(schema, details);
        }
        parts(schema, depth);
        if ((details & SchemaBytes.DEFAULT) != 0) {
            new Forms().of(withoutDefault(schema)).write(out, schema.defaultValue());
        }
        if (!SchemaBytes.isPlain(schema.type(), head)) {
            written.put(schema, written.size());
        }
    }

    private static int details(Schema schema) {
        return (schema.version() == null ? 0 : SchemaBytes.VERSION)
                | (schema.doc() == null ? 0 : SchemaBytes.DOC)
                | (schema.parameters() == null ? 0 : SchemaBytes.PARAMETERS)
                | (schema.defaultValue() == null ? 0 : SchemaBytes.DEFAULT);
    }

    private void write(Schema schema, int details) {
        if ((details & SchemaBytes.VERSION) != 0) {
            out.signed(schema.version());
        }
        if ((details & SchemaBytes.DOC) != 0) {
            out.text(schema.doc());
        }
        if ((details & SchemaBytes.PARAMETERS) != 0) {
            out.unsigned(schema.parameters().size());
            schema.parameters().forEach((name, value) -> {
                out.text(name);
                out.put(value == null ? 0 : 1);
                if (value != null) {
                    out.text(value);
                }
            });
        }
    }

    private void parts(Schema schema, int depth) {
        switch (schema.type()) {
            case STRUCT -> {
                out.unsigned(schema.fields().size());
                for (Field field : schema.fields()) {
                    out.text(field.name());
                    node(field.schema(), depth + 1);
                }
            }
            case MAP -> {
                node(schema.keySchema(), depth + 1);
                node(schema.valueSchema(), depth + 1);
            }
            case ARRAY -> node(schema.valueSchema(), depth + 1);
            default -> {
                // a scalar has no parts
            }
        }
    }

    /** What the default itself is a value of, so that it can be read before the schema is whole. */
    private static Schema withoutDefault(Schema schema) {
        Schema.Type type = schema.type();
        return new ConnectSchema(
                type,
                schema.isOptional(),
                null,
                schema.name(),
                schema.version(),
                schema.doc(),
                schema.parameters(),
                type == Schema.Type.STRUCT ? schema.fields() : null,
                type == Schema.Type.MAP ? schema.keySchema() : null,
                type.isPrimitive() || type == Schema.Type.STRUCT ? null : schema.valueSchema());
    }
}
