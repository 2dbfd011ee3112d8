package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.apply.LaneServer;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of every type on their way into columns of the same type and of others: what the target's server stores and then
 * takes for equal has one key, or none that can be told.
 */
class LaneKeysIT {
    private static final int VALUES = 200;

    /** @param target the column's type in the target; behind a slash the length of the key's part */
    private record Way(ColumnShape column, String target, Function<Random, Object> values) {
        @Override
        public String toString() {
            return column.type() + " to " + target;
        }
    }

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.testkit.mysql.MySqlDistribution#tested")
    void whatTheTargetTakesForEqualHasOneKey(MySqlDistribution version) throws Exception {
        long seed = Seed.next("LaneKeysIT");
        Random random = new Random(seed);
        int told = 0;
        try (LaneServer server = new LaneServer(version);
                DmlSession session = server.session()) {
            server.execute(List.of("CREATE DATABASE lane_keys"));
            List<Way> ways = ways();
            for (int i = 0; i < ways.size(); i++) {
                told += check(session, ways.get(i), i, random, seed);
            }
        }
        System.out.println(version + ": " + told + " equal pairs with keys");
        assertThat(told).as("pairs that mean something").isGreaterThan(5_000);
    }

    private static int check(DmlSession session, Way way, int number, Random random, long seed) throws Exception {
        String[] parts = way.target().split(" / ");
        String prefix = parts.length > 1 ? parts[1] : "";
        TablePlan stored = plan(session, way, "t" + number, parts[0], "KEY (k" + prefix + ")");
        List<Object> values = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            values.add(way.values().apply(random));
            rows.add(new Object[] {(long) i, values.get(i)});
        }
        SqlText sql = new SqlText();
        stored.insert(sql, "INSERT", rows);
        try (PreparedStatement statement = sql.bind(session.connection())) {
            statement.execute();
        }
        String key = prefix.isEmpty() ? "k" : "LEFT(k, " + prefix.replaceAll("\\D", "") + ")";
        List<String[]> equal = session.rows(
                "SELECT a.id, b.id FROM lane_keys.t" + number + " a JOIN (SELECT id, k AS other FROM lane_keys.t"
                        + number + ") b ON a.id < b.id AND " + key + " = " + key.replace("k", "b.other"));
        LaneKeys keys = plan(session, way, "u" + number, parts[0], "UNIQUE (k" + prefix + ")")
                .lanes();
        int told = 0;
        for (String[] pair : equal) {
            Object one = values.get(Integer.parseInt(pair[0]));
            Object other = values.get(Integer.parseInt(pair[1]));
            List<Long> a = told(keys, one);
            List<Long> b = told(keys, other);
            if (a != null && b != null) {
                told++;
                assertThat(a)
                        .as("%s: %s and %s, seed %d", way, text(one), text(other), seed)
                        .isEqualTo(b);
            }
        }
        return told;
    }

    private static TablePlan plan(DmlSession session, Way way, String table, String type, String key) throws Exception {
        session.update("CREATE TABLE lane_keys." + table + " (id INT PRIMARY KEY, k " + type + ", " + key + ")");
        RowShape shape = new RowShape(
                new TableName("lane_keys", table),
                List.of(new ColumnShape("id", ValueType.INTEGER, null, List.of()), way.column()));
        return new TablePlans(session, t -> false, t -> false, false).of(shape);
    }

    /** @return null when they cannot be told */
    private static List<Long> told(LaneKeys keys, Object value) {
        Map<Integer, Long> told = new HashMap<>();
        boolean all = keys.tell(new Object[] {0L, value}, told::put);
        told.remove(0);
        return all ? List.copyOf(told.values()) : null;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    private static ColumnShape column(ValueType type, String charset, String... members) {
        return new ColumnShape("k", type, charset, List.of(members));
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        add(
                ways,
                column(ValueType.INTEGER, null),
                r -> (long) r.nextInt(100) - 50,
                "tinyint",
                "bigint",
                "decimal(20,2)",
                "varchar(20)",
                "double",
                "bit(8)",
                "float");
        add(
                ways,
                column(ValueType.DECIMAL, null),
                r -> new BigDecimal(r.nextInt(2000) - 1000).movePointLeft(r.nextInt(3)),
                "decimal(10,3)",
                "decimal(10,1)",
                "int",
                "double",
                "varchar(20)");
        add(
                ways,
                column(ValueType.FLOAT, null),
                r -> (r.nextInt(200) - 100) / (float) (1 + r.nextInt(7)) * (r.nextBoolean() ? 1 : -0f),
                "float",
                "float(8,1)",
                "double",
                "decimal(10,1)");
        add(
                ways,
                column(ValueType.DOUBLE, null),
                r -> (r.nextInt(200) - 100) / (double) (1 + r.nextInt(7)) * (r.nextBoolean() ? 1 : -0d),
                "double",
                "double(8,1)",
                "float");
        add(
                ways,
                column(ValueType.BITS, null),
                r -> new byte[] {(byte) r.nextInt(), (byte) r.nextInt(2)},
                "bit(9)",
                "bit(64)",
                "int");
        add(
                ways,
                column(ValueType.BYTES, null),
                LaneKeysIT::bytes,
                "binary(6)",
                "varbinary(6)",
                "blob / (2)",
                "varbinary(6) / (2)",
                "binary(6) / (3)",
                "varchar(6) CHARACTER SET latin1");
        add(
                ways,
                column(ValueType.DATE, null),
                r -> "2024-0" + r.nextInt(3) + "-" + (10 + r.nextInt(22)),
                "date",
                "datetime",
                "timestamp");
        for (ValueType type : List.of(ValueType.DATETIME, ValueType.TIMESTAMP)) {
            add(
                    ways,
                    column(type, null),
                    LaneKeysIT::moment,
                    "datetime",
                    "datetime(3)",
                    "datetime(6)",
                    "timestamp",
                    "timestamp(2)",
                    "timestamp(6)",
                    "date",
                    "varchar(30)");
        }
        add(
                ways,
                column(ValueType.TIME, null),
                r -> (r.nextInt(40) - 20) * 125_000L + r.nextInt(2),
                "time",
                "time(3)",
                "time(6)");
        add(ways, column(ValueType.YEAR, null), r -> r.nextInt(9) == 0 ? 0L : 1990L + r.nextInt(40), "year", "int");
        add(
                ways,
                column(ValueType.ENUM, null, "a", "b", "", "c"),
                r -> (long) r.nextInt(5),
                "enum('a','b','','c')",
                "enum('c','b','a','')",
                "int");
        add(
                ways,
                column(ValueType.SET, null, "a", "b", "c"),
                r -> (long) r.nextInt(8),
                "set('a','b','c')",
                "set('c','b','a')");
        for (String collation : List.of(
                "utf8mb4_0900_ai_ci",
                "utf8mb4_general_ci",
                "utf8mb4_unicode_ci",
                "utf8mb4_bin",
                "utf8mb3_general_ci",
                "ascii_general_ci",
                "ascii_bin",
                "latin1_swedish_ci",
                "latin1_bin",
                "gbk_chinese_ci",
                "utf8mb4_de_pb_0900_ai_ci")) {
            String charset = collation.substring(0, collation.indexOf('_'));
            String text = " CHARACTER SET " + charset + " COLLATE " + collation.replace("utf8mb3_", "utf8_");
            add(
                    ways,
                    column(ValueType.STRING, null),
                    LaneKeysIT::text,
                    "char(8)" + text,
                    "varchar(8)" + text,
                    "varchar(8)" + text + " / (2)",
                    "text" + text + " / (3)");
            for (String from : List.of("latin1", "gbk")) {
                add(
                        ways,
                        column(ValueType.ENCODED_TEXT, from),
                        r -> text(r).getBytes(StandardCharsets.ISO_8859_1),
                        "char(8)" + text,
                        "varchar(8)" + text + " / (2)");
            }
        }
        return ways;
    }

    private static void add(List<Way> ways, ColumnShape column, Function<Random, Object> values, String... targets) {
        for (String target : targets) {
            ways.add(new Way(column, target, values));
        }
    }

    private static Object bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5)];
        byte[] few = {0, ' ', 'a', 'A', (byte) 0xe9};
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = few[random.nextInt(few.length)];
        }
        return bytes;
    }

    private static Object moment(Random random) {
        int[] micros = {0, 0, 400_000, 500_000, 499_999, 999_999, 120_000};
        return String.format(
                Locale.ROOT,
                "2024-02-0%d 10:00:%02d.%06d",
                1 + random.nextInt(2),
                random.nextInt(4),
                micros[random.nextInt(micros.length)]);
    }

    private static String text(Random random) {
        String few = "aAbB eEéÉ~_ßsS";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(few.charAt(random.nextInt(random.nextInt(3) == 0 ? few.length() : 7)));
        }
        return text.append(" ".repeat(random.nextInt(3))).toString();
    }
}
