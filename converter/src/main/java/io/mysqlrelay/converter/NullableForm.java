package io.mysqlrelay.converter;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/**
 * A value that may be absent: a byte 0, or a byte 1 and the value.
 *
 * @param mayBeNull null fits a schema that is optional, or, as in Connect's structs, has a default; it stays null
 */
record NullableForm(ValueForm form, boolean mayBeNull) implements ValueForm {
    static boolean mayBeNull(Schema schema) {
        return schema.isOptional() || schema.defaultValue() != null;
    }

    @Override
    public void write(ByteSink out, Object value) {
        if (value == null) {
            if (!mayBeNull) {
                throw new DataException("null where the schema wants a value");
            }
            out.put(0);
        } else {
            out.put(1);
            form.write(out, value);
        }
    }

    @Override
    public Object read(ByteSource in) {
        byte present = in.take();
        if (present == 1) {
            return form.read(in);
        }
        if (present != 0 || !mayBeNull) {
            throw ByteSource.malformed("no value where the schema wants one");
        }
        return null;
    }
}
