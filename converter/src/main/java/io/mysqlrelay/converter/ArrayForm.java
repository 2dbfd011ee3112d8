package io.mysqlrelay.converter;

import java.util.ArrayList;
import java.util.List;

/** The number of elements, then each. */
record ArrayForm(NullableForm element) implements ValueForm {
    @Override
    public void write(ByteSink out, Object value) {
        List<?> list = (List<?>) value;
        out.unsigned(list.size());
        for (Object one : list) {
            element.write(out, one);
        }
    }

    @Override
    public Object read(ByteSource in) {
        int count = in.count();
        List<Object> list = new ArrayList<>(ByteSource.room(count));
        for (int i = 0; i < count; i++) {
            list.add(element.read(in));
        }
        return list;
    }
}
