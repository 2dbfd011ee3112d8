package io.mysqlrelay.sink.parked;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowChange.Op;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Row changes with their shapes, in a form of their own: a version, the changes, and each shape where it is first used.
 * Used by one thread; equal shapes of different reads are one instance, so that plans are found again.
 */
public final class RowChangeBytes {
    private static final int VERSION = 1;
    private static final int NEW_SHAPE = -1;

    private final Map<Shape, RowShape> shapes = new HashMap<>();

    private record Shape(TableName table, List<ColumnShape> columns) {}

    public static byte[] write(List<RowChange> changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            IdentityHashMap<RowShape, Integer> known = new IdentityHashMap<>();
            out.writeByte(VERSION);
            out.writeInt(changes.size());
            for (RowChange change : changes) {
                Integer number = known.get(change.shape());
                out.writeInt(number == null ? NEW_SHAPE : number);
                if (number == null) {
                    known.put(change.shape(), known.size());
                    write(out, change.shape());
                }
                out.writeUTF(change.op().name());
                out.writeBoolean(change.unchecked());
                out.writeInt(change.bytes());
                Values.write(out, change.before());
                Values.write(out, change.after());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are not those of {@link #write} */
    public List<RowChange> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("parked changes of another version");
            }
            int count = in.readInt();
            List<RowShape> known = new ArrayList<>();
            List<RowChange> changes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int number = in.readInt();
                if (number == NEW_SHAPE) {
                    number = known.size();
                    known.add(shape(in));
                }
                Op op = Op.valueOf(in.readUTF());
                boolean unchecked = in.readBoolean();
                int size = in.readInt();
                Object[] before = Values.read(in);
                changes.add(new RowChange(known.get(number), op, before, Values.read(in), unchecked, size));
            }
            return changes;
        } catch (IOException e) {
            throw new IllegalArgumentException("parked changes end too early", e);
        }
    }

    /** After a statement: plans are made anew, so the shapes they are found by may be forgotten. */
    public void clear() {
        shapes.clear();
    }

    private static void write(DataOutputStream out, RowShape shape) throws IOException {
        out.writeUTF(shape.table().database());
        out.writeUTF(shape.table().table());
        out.writeInt(shape.columns().size());
        for (ColumnShape column : shape.columns()) {
            out.writeUTF(column.name());
            out.writeUTF(column.type().name());
            out.writeUTF(column.charset() == null ? "" : column.charset());
            out.writeInt(column.members().size());
            for (String member : column.members()) {
                Values.writeText(out, member);
            }
        }
    }

    private RowShape shape(DataInputStream in) throws IOException {
        TableName table = new TableName(in.readUTF(), in.readUTF());
        List<ColumnShape> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            ValueType type = ValueType.valueOf(in.readUTF());
            String charset = in.readUTF();
            List<String> members = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                members.add(Values.readText(in));
            }
            columns.add(new ColumnShape(name, type, charset.isEmpty() ? null : charset, List.copyOf(members)));
        }
        return shapes.computeIfAbsent(new Shape(table, columns), s -> new RowShape(s.table(), s.columns()));
    }
}
