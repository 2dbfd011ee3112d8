package io.mysqlrelay.converter;

import org.apache.kafka.connect.data.Schema;

/**
 * A schema with all that is made of it once.
 *
 * @param bytes the schema as {@link SchemaBytes}
 * @param form of values under it
 */
record Shape(Schema schema, byte[] bytes, NullableForm form) {
    static Shape of(Schema schema) {
        return new Shape(schema, SchemaWriter.write(schema), new Forms().nullable(schema));
    }

    static Shape of(byte[] bytes) {
        Forms forms = new Forms();
        Schema schema = SchemaReader.read(bytes, forms);
        return new Shape(schema, bytes, forms.nullable(schema));
    }
}
