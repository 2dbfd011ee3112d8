package io.mysqlrelay.converter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/** Reads one schema as {@link SchemaBytes} says. */
final class SchemaReader {
    private static final int KNOWN_HEAD =
            SchemaBytes.TYPE | SchemaBytes.OPTIONAL | SchemaBytes.NAMED | SchemaBytes.DETAILED;
    private static final int KNOWN_DETAILS =
            SchemaBytes.VERSION | SchemaBytes.DOC | SchemaBytes.PARAMETERS | SchemaBytes.DEFAULT;

    private final ByteSource in;
    private final List<Schema> read = new ArrayList<>();
    private final Forms forms;

    private SchemaReader(ByteSource in, Forms forms) {
        this.in = in;
        this.forms = forms;
    }

    /** @throws io.mysqlrelay.core.error.RelayException RELAY-3003 if the bytes are not exactly one schema */
    static Schema read(byte[] bytes, Forms forms) {
        ByteSource in = new ByteSource(bytes);
        Schema schema = new SchemaReader(in, forms).node(0);
        in.requireEnd();
        return schema;
    }

    private Schema node(int depth) {
        if (depth > SchemaBytes.DEEPEST) {
            throw ByteSource.malformed("a schema of more than " + SchemaBytes.DEEPEST + " levels");
        }
        int head = in.take();
        if (head == SchemaBytes.REFERENCE) {
            return earlier();
        }
        if ((head & ~KNOWN_HEAD) != 0) {
            throw ByteSource.malformed("a schema of an unknown kind");
        }
        Schema.Type type = SchemaBytes.type(head & SchemaBytes.TYPE);
        boolean optional = (head & SchemaBytes.OPTIONAL) != 0;
        String name = (head & SchemaBytes.NAMED) == 0 ? null : in.text();
        int details = (head & SchemaBytes.DETAILED) == 0 ? 0 : in.take();
        if ((details & ~KNOWN_DETAILS) != 0) {
            throw ByteSource.malformed("a schema with unknown details");
        }
        Integer version = (details & SchemaBytes.VERSION) == 0 ? null : (Integer) ScalarForm.INT32.read(in);
        String doc = (details & SchemaBytes.DOC) == 0 ? null : in.text();
        Map<String, String> parameters = (details & SchemaBytes.PARAMETERS) == 0 ? null : parameters();
        List<Field> fields = type == Schema.Type.STRUCT ? fields(depth) : null;
        Schema key = type == Schema.Type.MAP ? node(depth + 1) : null;
        Schema value = type == Schema.Type.MAP || type == Schema.Type.ARRAY ? node(depth + 1) : null;
        Schema schema = new ConnectSchema(type, optional, null, name, version, doc, parameters, fields, key, value);
        if ((details & SchemaBytes.DEFAULT) != 0) {
            Object ifUnset = forms.of(schema).read(in);
            schema = new ConnectSchema(type, optional, ifUnset, name, version, doc, parameters, fields, key, value);
        }
        if (!SchemaBytes.isPlain(type, head)) {
            read.add(schema);
        }
        return schema;
    }

    private Schema earlier() {
        long number = in.unsigned();
        if (number < 0 || number >= read.size()) {
            throw ByteSource.malformed("a schema refers to one that is not there");
        }
        return read.get((int) number);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            String name = in.text();
            parameters.put(name, (Boolean) ScalarForm.BOOLEAN.read(in) ? in.text() : null);
        }
        return Collections.unmodifiableMap(parameters);
    }

    private List<Field> fields(int depth) {
        int count = in.count();
        List<Field> fields = new ArrayList<>(ByteSource.room(count));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            if (!names.add(name)) {
                throw ByteSource.malformed("a schema with two fields of one name");
            }
            fields.add(new Field(name, i, node(depth + 1)));
        }
        return List.copyOf(fields);
    }
}
