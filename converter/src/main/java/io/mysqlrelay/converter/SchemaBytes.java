package io.mysqlrelay.converter;

import java.util.List;
import org.apache.kafka.connect.data.Schema;

/**
 * The form of schemas on the wire; a contract with stored topics. A schema is a byte of type and flags, its name, a byte
 * that says which details follow and these, its parts, its default. What has been written once in a schema is referred to
 * by its number from then on: of all but unnamed scalars, in the order in which they ended.
 */
final class SchemaBytes {
    /** In place of a type: the number of a schema that was there before. */
    static final int REFERENCE = 0;

    static final int TYPE = 0x0F;
    static final int OPTIONAL = 0x10;
    static final int NAMED = 0x20;
    static final int DETAILED = 0x40;

    static final int VERSION = 1;
    static final int DOC = 2;
    static final int PARAMETERS = 4;
    static final int DEFAULT = 8;

    /** Deeper schemas are refused on both sides; they could end a reader's stack. */
    static final int DEEPEST = 200;

    /** The number of a type is its place here, from 1. */
    private static final List<Schema.Type> TYPES = List.of(
            Schema.Type.INT8,
            Schema.Type.INT16,
            Schema.Type.INT32,
            Schema.Type.INT64,
            Schema.Type.FLOAT32,
            Schema.Type.FLOAT64,
            Schema.Type.BOOLEAN,
            Schema.Type.STRING,
            Schema.Type.BYTES,
            Schema.Type.ARRAY,
            Schema.Type.MAP,
            Schema.Type.STRUCT);

    private SchemaBytes() {}

    static int number(Schema.Type type) {
        return TYPES.indexOf(type) + 1;
    }

    static Schema.Type type(int number) {
        if (number < 1 || number > TYPES.size()) {
            throw ByteSource.malformed("a schema of an unknown type");
        }
        return TYPES.get(number - 1);
    }

    /** Whether a schema is one byte, so that a reference would be longer. */
    static boolean isPlain(Schema.Type type, int head) {
        return type.isPrimitive() && (head & (NAMED | DETAILED)) == 0;
    }
}
