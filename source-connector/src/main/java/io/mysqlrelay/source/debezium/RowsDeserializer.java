package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.AbstractRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Row events with their flags, which the client library skips, and cells as {@link RawValues} reads them. */
final class RowsDeserializer extends AbstractRowsEventDataDeserializer<RowsEvent> {
    /** NO_FOREIGN_KEY_CHECKS_F of the server's class Rows_event. */
    private static final int NO_FOREIGN_KEY_CHECKS = 0x02;

    /** What a kind of event holds of each row. */
    enum Kind {
        WRITE,
        UPDATE,
        DELETE
    }

    private final Kind kind;
    private final boolean extraInformation;

    /**
     * @param tableMaps by table number; kept up to date by the event deserializer that calls this one
     * @param extraInformation true for version 2 of the events, which MySQL writes since 5.6
     */
    RowsDeserializer(Kind kind, boolean extraInformation, Map<Long, TableMapEventData> tableMaps) {
        super(tableMaps);
        this.kind = kind;
        this.extraInformation = extraInformation;
    }

    @Override
    public RowsEvent deserialize(ByteArrayInputStream in) throws IOException {
        long table = in.readLong(6);
        int flags = in.readInteger(2);
        if (extraInformation) {
            in.skip(in.readInteger(2) - 2);
        }
        int columns = in.readPackedInteger();
        BitSet first = in.readBitSet(columns, true);
        BitSet second = kind == Kind.UPDATE ? in.readBitSet(columns, true) : null;
        List<RowsEvent.Images> rows = new ArrayList<>();
        while (in.available() > 0) {
            Serializable[] image = deserializeRow(table, first, in);
            rows.add(
                    switch (kind) {
                        case WRITE -> new RowsEvent.Images(null, image);
                        case UPDATE -> new RowsEvent.Images(image, deserializeRow(table, second, in));
                        case DELETE -> new RowsEvent.Images(image, null);
                    });
        }
        return new RowsEvent(table, (flags & NO_FOREIGN_KEY_CHECKS) != 0, rows);
    }

    @Override
    protected Serializable deserializeCell(ColumnType type, int meta, int length, ByteArrayInputStream in)
            throws IOException {
        return RawValues.read(type, meta, length, in);
    }
}
