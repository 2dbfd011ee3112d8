package io.mysqlrelay.sink.parked;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The Java forms of {@code ValueType}, each behind a letter. */
final class Values {
    private static final int NO_IMAGE = -1;

    private Values() {}

    /** @param image may be null */
    static void write(DataOutputStream out, Object[] image) throws IOException {
        out.writeInt(image == null ? NO_IMAGE : image.length);
        if (image != null) {
            for (Object value : image) {
                write(out, value);
            }
        }
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof String text) {
            out.writeByte('s');
            writeText(out, text);
        } else if (value instanceof byte[] bytes) {
            out.writeByte('b');
            writeBytes(out, bytes);
        } else if (value instanceof BigDecimal decimal) {
            out.writeByte('n');
            out.writeInt(decimal.scale());
            writeBytes(out, decimal.unscaledValue().toByteArray());
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeInt(Float.floatToRawIntBits(number));
        } else {
            throw new IllegalArgumentException("no value of a column is a " + value.getClass());
        }
    }

    static Object[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NO_IMAGE) {
            return null;
        }
        Object[] image = new Object[length];
        for (int i = 0; i < length; i++) {
            image[i] = value(in);
        }
        return image;
    }

    private static Object value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case '0' -> null;
            case 'l' -> in.readLong();
            case 's' -> readText(in);
            case 'b' -> readBytes(in);
            case 'n' -> {
                int scale = in.readInt();
                yield new BigDecimal(new BigInteger(readBytes(in)), scale);
            }
            case 'd' -> Double.longBitsToDouble(in.readLong());
            case 'f' -> Float.intBitsToFloat(in.readInt());
            default -> throw new IllegalArgumentException("unknown kind of value in parked changes");
        };
    }

    /** Longer than writeUTF allows. */
    static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
