package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.ValueType;
import io.mysqlrelay.sink.mysql.apply.LaneServer;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lane keys of text next to the server's own opinion about which texts are equal, for every collation that it has. */
class CollationsIT {
    private static final int PAIRS = 10_000;
    private static final int PREFIX = 3;
    private static final Set<String> DECODED = Set.of("utf8mb4", "utf8mb3", "utf8", "ascii");
    /** Letters and their relatives in some language, marks, ignorable and odd blanks, full-width forms, emoji. */
    private static final String RELATIVES = "aAáäåÅæÆbBßsSſzZoOöøœiIıİyYüuUkK\u212AnNñlLłdDđ\u00AD\u200B\u0301\u0308"
            + "\u3000\u00A0ａＡ１ぁァあア\u0000\u0001\t\n\r\u007F😀😁𝐀";

    private static final String MARKS = " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";

    private record Pair(Object one, Object other) {}

    @ParameterizedTest
    @MethodSource("io.mysqlrelay.testkit.mysql.MySqlDistribution#tested")
    void whatTheServerTakesForEqualHasOneKey(MySqlDistribution version) throws Exception {
        long seed = Seed.next("CollationsIT");
        Random random = new Random(seed);
        int told = 0;
        int equal = 0;
        try (LaneServer server = new LaneServer(version);
                Connection connection = server.connection()) {
            connection.createStatement().execute("SET NAMES utf8mb4, sql_mode = ''");
            connection.createStatement().execute("CREATE DATABASE collations");
            for (Map.Entry<String, List<String>> charset :
                    collations(connection).entrySet()) {
                List<Pair> pairs = null;
                for (String collation : charset.getValue()) {
                    Canonical whole = form(charset.getKey(), collation, 0);
                    if (whole == null) {
                        continue;
                    }
                    pairs = pairs == null ? store(connection, charset.getKey(), random) : pairs;
                    told++;
                    equal += check(connection, charset.getKey(), collation, pairs, whole, "one", "other", seed);
                    check(
                            connection,
                            charset.getKey(),
                            collation,
                            pairs,
                            form(charset.getKey(), collation, PREFIX),
                            "LEFT(one, " + PREFIX + ")",
                            "LEFT(other, " + PREFIX + ")",
                            seed);
                }
            }
        }
        System.out.println(version + ": " + told + " collations with keys, " + equal + " equal pairs with keys");
        assertThat(told).isGreaterThan(40);
        assertThat(equal).as("pairs that mean something").isGreaterThan(told * PAIRS / 20);
    }

    private static Canonical form(String charset, String collation, int prefix) {
        boolean decoded = DECODED.contains(charset);
        return TextKeys.of(
                new ColumnShape(
                        "c", decoded ? ValueType.STRING : ValueType.ENCODED_TEXT, decoded ? null : charset, List.of()),
                new TargetColumn("c", charset, collation, false, false, true, List.of(), "varchar", -1),
                prefix);
    }

    private static Map<String, List<String>> collations(Connection connection) throws SQLException {
        Map<String, List<String>> collations = new TreeMap<>();
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT character_set_name, collation_name FROM"
                        + " information_schema.collations WHERE character_set_name <> 'binary' ORDER BY 1, 2")) {
            while (r.next()) {
                collations
                        .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(r.getString(2));
            }
        }
        return collations;
    }

    /** @return the pairs as the server has stored them */
    private static List<Pair> store(Connection connection, String charset, Random random) throws SQLException {
        boolean decoded = DECODED.contains(charset);
        String table = "collations.of_" + charset;
        try (Statement s = connection.createStatement()) {
            s.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY AUTO_INCREMENT, one VARCHAR(40) CHARACTER SET "
                    + charset + ", other VARCHAR(40) CHARACTER SET " + charset + ")");
        }
        String value = decoded ? "?" : "CONVERT(? USING " + charset + ")";
        String insert = "INSERT IGNORE INTO " + table + " (one, other) VALUES (" + value + ", " + value + ")"
                + (", (" + value + ", " + value + ")").repeat(999);
        for (int done = 0; done < PAIRS; done += 1000) {
            try (PreparedStatement p = connection.prepareStatement(insert)) {
                for (int i = 0; i < 1000; i++) {
                    if (decoded || random.nextInt(3) > 0) {
                        String one = text(random);
                        p.setString(2 * i + 1, one);
                        p.setString(2 * i + 2, relative(one, random));
                    } else {
                        byte[] one = new byte[1 + random.nextInt(4)];
                        random.nextBytes(one);
                        byte[] other = one.clone();
                        other[random.nextInt(other.length)] ^= (byte) (random.nextBoolean() ? 0x20 : 0);
                        p.setBytes(2 * i + 1, one);
                        p.setBytes(2 * i + 2, other);
                    }
                }
                p.execute();
            }
        }
        List<Pair> pairs = new ArrayList<>();
        pairs.add(null); // ids begin at 1
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT HEX(one), HEX(other) FROM " + table + " ORDER BY id")) {
            while (r.next()) {
                pairs.add(new Pair(value(r.getString(1), decoded), value(r.getString(2), decoded)));
            }
        }
        assertThat(pairs).as(charset).hasSize(PAIRS + 1);
        return pairs;
    }

    private static Object value(String hex, boolean decoded) {
        byte[] bytes = HexFormat.of().parseHex(hex == null ? "" : hex);
        return decoded ? new String(bytes, StandardCharsets.UTF_8) : bytes;
    }

    private static int check(
            Connection connection,
            String charset,
            String collation,
            List<Pair> pairs,
            Canonical form,
            String one,
            String other,
            long seed)
            throws SQLException {
        int checked = 0;
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT id, HEX(one), HEX(other) FROM collations.of_" + charset
                        + " WHERE one IS NOT NULL AND other IS NOT NULL AND " + one + " COLLATE " + collation + " = "
                        + other + " COLLATE " + collation)) {
            while (r.next()) {
                Pair pair = pairs.get(r.getInt(1));
                KeyHash a = new KeyHash(1);
                KeyHash b = new KeyHash(1);
                if (form.put(pair.one(), a) && form.put(pair.other(), b)) {
                    checked++;
                    assertThat(a.value())
                            .as("%s of %s and %s, seed %d", collation, r.getString(2), r.getString(3), seed)
                            .isEqualTo(b.value());
                }
            }
        }
        return checked;
    }

    private static String text(Random random) {
        String alphabet = random.nextInt(3) > 0 ? MARKS + "abcdefgABCDEFG" : RELATIVES;
        int[] codes = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            int code = random.nextInt(20) == 0 ? 0x20 + random.nextInt(0x5f) : codes[random.nextInt(codes.length)];
            text.appendCodePoint(code);
        }
        return text.toString();
    }

    /** Often equal to the text for some collation. */
    private static String relative(String text, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> text;
            case 1 -> text + " ".repeat(random.nextInt(3));
            case 2 -> swapped(text, random);
            case 3 -> text.replace("ss", "ß").replace("ae", "æ").replace("k", "\u212A");
            case 4 -> text + (random.nextBoolean() ? "\u0000" : "\u00AD");
            case 5 ->
                text.isEmpty()
                        ? " "
                        : swapped(text.substring(0, text.offsetByCodePoints(0, 1)), random)
                                + text.substring(text.offsetByCodePoints(0, 1));
            default -> text(random);
        };
    }

    private static String swapped(String text, Random random) {
        StringBuilder swapped = new StringBuilder();
        text.codePoints()
                .forEach(c -> swapped.appendCodePoint(
                        random.nextBoolean()
                                ? c
                                : Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
        return swapped.toString();
    }
}
