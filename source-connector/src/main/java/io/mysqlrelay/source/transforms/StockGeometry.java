package io.mysqlrelay.source.transforms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.kafka.connect.data.Struct;

/** Debezium's struct of a geometry, as MySQL holds it: SRID in four bytes, the lowest first, and WKB. */
final class StockGeometry {
    private StockGeometry() {}

    static Object internal(Object value) {
        Struct geometry = (Struct) value;
        Object bytes = geometry.get("wkb");
        byte[] wkb = bytes instanceof ByteBuffer buffer ? copy(buffer) : (byte[]) bytes;
        Integer srid = geometry.getInt32("srid");
        return ByteBuffer.allocate(Integer.BYTES + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(srid == null ? 0 : srid)
                .put(wkb)
                .array();
    }

    private static byte[] copy(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
