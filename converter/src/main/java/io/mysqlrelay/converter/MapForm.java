package io.mysqlrelay.converter;

import java.util.LinkedHashMap;
import java.util.Map;

/** The number of entries, then each key and its value, in the order of the map. */
record MapForm(NullableForm key, NullableForm element) implements ValueForm {
    @Override
    public void write(ByteSink out, Object value) {
        Map<?, ?> map = (Map<?, ?>) value;
        out.unsigned(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            key.write(out, entry.getKey());
            element.write(out, entry.getValue());
        }
    }

    @Override
    public Object read(ByteSource in) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            Object one = key.read(in);
            map.put(one, element.read(in));
        }
        return map;
    }
}
