package io.mysqlrelay.converter;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** A bit for each field that has a value, then these values. */
final class StructForm implements ValueForm {
    private final Schema schema;
    private final Field[] fields;
    private final ValueForm[] forms;
    private final boolean[] mayBeNull;
    private final boolean[] hasDefault;

    StructForm(Schema schema, Forms all) {
        this.schema = schema;
        this.fields = schema.fields().toArray(Field[]::new);
        this.forms = new ValueForm[fields.length];
        this.mayBeNull = new boolean[fields.length];
        this.hasDefault = new boolean[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Schema field = fields[i].schema();
            forms[i] = all.of(field);
            mayBeNull[i] = NullableForm.mayBeNull(field);
            hasDefault[i] = field.defaultValue() != null;
        }
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // the same instance for nearly every record; comparing costs more than writing
    public void write(ByteSink out, Object value) {
        Struct struct = (Struct) value;
        if (struct.schema() != schema && !struct.schema().equals(schema)) {
            throw new DataException("a struct of another schema than it is said to be");
        }
        int present = out.bits(fields.length);
        for (int i = 0; i < fields.length; i++) {
            // get is by index, but gives the default in place of null.
            Object field = hasDefault[i] ? struct.getWithoutDefault(fields[i].name()) : struct.get(fields[i]);
            if (field != null) {
                out.setBit(present, i);
                forms[i].write(out, field);
            } else if (!mayBeNull[i]) {
                throw new DataException("field " + fields[i].name() + " has no value");
            }
        }
    }

    @Override
    public Object read(ByteSource in) {
        Struct struct = new Struct(schema);
        int present = in.bits(fields.length);
        for (int i = 0; i < fields.length; i++) {
            if (in.bit(present, i)) {
                struct.put(fields[i], forms[i].read(in));
            } else if (!mayBeNull[i]) {
                throw ByteSource.malformed("field " + fields[i].name() + " has no value");
            }
        }
        return struct;
    }
}
