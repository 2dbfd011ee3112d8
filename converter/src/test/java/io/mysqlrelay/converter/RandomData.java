package io.mysqlrelay.converter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Schemas with every part that a schema can have, and values of them, from the edges of their ranges more often. */
final class RandomData {
    private static final int DEEPEST = 4;
    private static final Schema.Type[] TYPES = Schema.Type.values();
    private static final Schema.Type[] SCALARS =
            Arrays.stream(TYPES).filter(Schema.Type::isPrimitive).toArray(Schema.Type[]::new);
    private static final String[] TEXTS = {
        "", "?", "a", "é?", "日本語", "😀", "\uD83D", "?\uDE00x", "\0\uFFFD", "x".repeat(300)
    };

    private final Random random;
    private int names;

    RandomData(Random random) {
        this.random = random;
    }

    Schema schema() {
        return schema(0);
    }

    private Schema schema(int depth) {
        Schema.Type[] types = depth < DEEPEST ? TYPES : SCALARS;
        Schema.Type type = types[random.nextInt(types.length)];
        SchemaBuilder builder = switch (type) {
            case ARRAY -> SchemaBuilder.array(schema(depth + 1));
            case MAP -> SchemaBuilder.map(key(), schema(depth + 1));
            case STRUCT -> struct(depth);
            default -> random.nextInt(4) == 0 ? logical() : SchemaBuilder.type(type);
        };
        if (random.nextBoolean()) {
            builder.optional();
        }
        if (builder.name() == null && random.nextInt(3) == 0) {
            builder.name("name" + random.nextInt(3));
        }
        if (builder.version() == null && random.nextInt(5) == 0) {
            builder.version(random.nextInt());
        }
        if (random.nextInt(6) == 0) {
            builder.doc(text());
        }
        if (builder.parameters() == null && random.nextInt(5) == 0) {
            builder.parameters(new LinkedHashMap<>());
            for (int i = random.nextInt(3); i > 0; i--) {
                builder.parameter("p" + i, text());
            }
        }
        // Connect itself refuses structs as defaults.
        if (type.isPrimitive() && random.nextInt(4) == 0) {
            builder.defaultValue(present(builder));
        }
        return builder.build();
    }

    private Schema key() {
        return random.nextBoolean() ? Schema.STRING_SCHEMA : Schema.OPTIONAL_INT64_SCHEMA;
    }

    private SchemaBuilder struct(int depth) {
        SchemaBuilder struct = SchemaBuilder.struct();
        List<Schema> used = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            // Often one that is there already, as the two images of a row are.
            Schema field = !used.isEmpty() && random.nextInt(3) == 0
                    ? used.get(random.nextInt(used.size()))
                    : schema(depth + 1);
            used.add(field);
            struct.field("field" + names++, field);
        }
        return struct;
    }

    private SchemaBuilder logical() {
        return switch (random.nextInt(4)) {
            case 0 -> Decimal.builder(random.nextInt(70) - 5);
            case 1 -> org.apache.kafka.connect.data.Date.builder();
            case 2 -> Time.builder();
            default -> Timestamp.builder();
        };
    }

    /** Equality of boxed floats tells -0 from 0; lists and maps of arrays have no equality of their own. */
    static boolean same(Object a, Object b) {
        if (a instanceof byte[] bytes) {
            return b instanceof byte[] other && Arrays.equals(bytes, other);
        }
        if (a instanceof List<?> list) {
            return b instanceof List<?> other && sameInOrder(list, other);
        }
        if (a instanceof Map<?, ?> map) {
            return b instanceof Map<?, ?> other
                    && sameInOrder(new ArrayList<>(map.keySet()), new ArrayList<>(other.keySet()))
                    && sameInOrder(new ArrayList<>(map.values()), new ArrayList<>(other.values()));
        }
        if (a instanceof Struct struct) {
            return b instanceof Struct other
                    && struct.schema().fields().stream()
                            .allMatch(field -> same(
                                    struct.getWithoutDefault(field.name()), other.getWithoutDefault(field.name())));
        }
        return Objects.equals(a, b);
    }

    private static boolean sameInOrder(List<?> a, List<?> b) {
        return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
    }

    /** @return null now and then where the schema allows it */
    Object value(Schema schema) {
        return schema.isOptional() && random.nextInt(4) == 0 ? null : present(schema);
    }

    private Object present(Schema schema) {
        if (Decimal.LOGICAL_NAME.equals(schema.name())) {
            int scale = Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD));
            BigInteger digits = new BigInteger(random.nextInt(220), random);
            return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
        }
        if (schema.name() != null && schema.name().startsWith("org.apache.kafka.connect.data.")) {
            return Date.from(Instant.ofEpochMilli(random.nextInt()));
        }
        return switch (schema.type()) {
            case INT8 -> (byte) number();
            case INT16 -> (short) number();
            case INT32 -> (int) number();
            case INT64 -> number();
            case FLOAT32 -> random.nextInt(3) == 0 ? -0f : Float.intBitsToFloat(random.nextInt());
            case FLOAT64 -> random.nextInt(3) == 0 ? -0d : Double.longBitsToDouble(random.nextLong());
            case BOOLEAN -> random.nextBoolean();
            case STRING -> text();
            case BYTES -> bytes();
            case ARRAY -> list(schema);
            case MAP -> map(schema);
            case STRUCT -> struct(schema);
        };
    }

    private long number() {
        long any = random.nextLong();
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> Long.MIN_VALUE;
            case 2 -> Long.MAX_VALUE;
            default -> any >> random.nextInt(64);
        };
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<Object> list(Schema schema) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(schema.valueSchema()));
        }
        return list;
    }

    private Map<Object, Object> map(Schema schema) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(value(schema.keySchema()), value(schema.valueSchema()));
        }
        return map;
    }

    private Struct struct(Schema schema) {
        Struct struct = new Struct(schema);
        for (Field field : schema.fields()) {
            // A field with a default may stay unset.
            if (field.schema().defaultValue() == null || random.nextBoolean()) {
                struct.put(field, value(field.schema()));
            }
        }
        return struct;
    }
}
