package io.mysqlrelay.converter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Date;

/** Values without parts. Floats travel as their bits, so -0 and every NaN stay themselves. */
enum ScalarForm implements ValueForm {
    INT8 {
        @Override
        public void write(ByteSink out, Object value) {
            out.put((Byte) value);
        }

        @Override
        public Object read(ByteSource in) {
            return in.take();
        }
    },
    INT16 {
        @Override
        public void write(ByteSink out, Object value) {
            out.signed((Short) value);
        }

        @Override
        public Object read(ByteSource in) {
            long value = in.signed();
            return (short) within(value, value == (short) value);
        }
    },
    INT32 {
        @Override
        public void write(ByteSink out, Object value) {
            out.signed((Integer) value);
        }

        @Override
        public Object read(ByteSource in) {
            long value = in.signed();
            return (int) within(value, value == (int) value);
        }
    },
    INT64 {
        @Override
        public void write(ByteSink out, Object value) {
            out.signed((Long) value);
        }

        @Override
        public Object read(ByteSource in) {
            return in.signed();
        }
    },
    FLOAT32 {
        @Override
        public void write(ByteSink out, Object value) {
            out.int32(Float.floatToRawIntBits((Float) value));
        }

        @Override
        public Object read(ByteSource in) {
            return Float.intBitsToFloat(in.int32());
        }
    },
    FLOAT64 {
        @Override
        public void write(ByteSink out, Object value) {
            out.int64(Double.doubleToRawLongBits((Double) value));
        }

        @Override
        public Object read(ByteSource in) {
            return Double.longBitsToDouble(in.int64());
        }
    },
    BOOLEAN {
        @Override
        public void write(ByteSink out, Object value) {
            out.put((Boolean) value ? 1 : 0);
        }

        @Override
        public Object read(ByteSource in) {
            byte value = in.take();
            return within(value, value == 0 || value == 1) == 1;
        }
    },
    STRING {
        @Override
        public void write(ByteSink out, Object value) {
            out.text((String) value);
        }

        @Override
        public Object read(ByteSource in) {
            return in.text();
        }
    },
    /** Connect takes arrays and buffers; arrays come back. */
    BYTES {
        @Override
        public void write(ByteSink out, Object value) {
            if (value instanceof ByteBuffer buffer) {
                byte[] copy = new byte[buffer.remaining()];
                buffer.duplicate().get(copy);
                out.bytes(copy);
            } else {
                out.bytes((byte[]) value);
            }
        }

        @Override
        public Object read(ByteSource in) {
            return in.bytes();
        }
    },
    /** With its own scale, which need not be that of the schema to arrive. */
    DECIMAL {
        @Override
        public void write(ByteSink out, Object value) {
            BigDecimal decimal = (BigDecimal) value;
            out.signed(decimal.scale());
            out.bytes(decimal.unscaledValue().toByteArray());
        }

        @Override
        public Object read(ByteSource in) {
            long scale = in.signed();
            byte[] unscaled = in.bytes();
            within(scale, scale == (int) scale && unscaled.length > 0);
            return new BigDecimal(new BigInteger(unscaled), (int) scale);
        }
    },
    /** Connect's Date, Time and Timestamp: milliseconds. */
    INSTANT {
        @Override
        @SuppressWarnings("JavaUtilDate") // Connect's own choice
        public void write(ByteSink out, Object value) {
            out.signed(((Date) value).getTime());
        }

        @Override
        @SuppressWarnings("JavaUtilDate")
        public Object read(ByteSource in) {
            return new Date(in.signed());
        }
    };

    private static long within(long value, boolean fits) {
        if (!fits) {
            throw ByteSource.malformed("a value outside the range of its type");
        }
        return value;
    }
}
