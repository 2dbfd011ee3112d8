package io.mysqlrelay.source.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.TestServers;
import io.mysqlrelay.source.table.Column;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The text that travels, stored by a server, is the same document again. */
class JsonDocumentIT {
    private static final int DOUBLES = 20_000;

    @Test
    void doublesSurviveTheServersParser() throws Exception {
        Random random = new Random(Seed.next("JsonDocumentIT"));
        ColumnCodec codec = ColumnCodecs.of(new Column("j", "JSON", -1, 0, false, null, List.of(), false));
        try (MySqlServer mysql = MySqlServer.started();
                Connection connection = new SourceConnections(TestServers.of(mysql)).open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE j");
            statement.execute("CREATE TABLE j.t (d DOUBLE, k INT, j JSON, copy JSON)");
            int changed = 0;
            int lost = 0;
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO j.t (d) VALUES (?)")) {
                connection.setAutoCommit(false);
                for (int i = 0; i < DOUBLES; i++) {
                    insert.setString(1, String.valueOf(next(random, i)));
                    insert.execute();
                }
            }
            statement.execute("UPDATE j.t SET j = JSON_ARRAY(d, JSON_OBJECT('a 1.5', d))");
            statement.execute("ALTER TABLE j.t ADD id INT PRIMARY KEY AUTO_INCREMENT");
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("SELECT id, j FROM j.t");
                    PreparedStatement copy = connection.prepareStatement("UPDATE j.t SET copy = ? WHERE id = ?")) {
                while (row.next()) {
                    String text = (String) codec.fromText(row.getBytes(2));
                    changed += text.equals(row.getString(2)) ? 0 : 1;
                    copy.setString(1, text);
                    copy.setInt(2, row.getInt(1));
                    copy.execute();
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT d, CAST(j AS CHAR), CAST(copy AS CHAR) FROM j.t"
                    + " WHERE CAST(j AS CHAR) <> CAST(copy AS CHAR)")) {
                while (row.next()) {
                    lost++;
                    System.out.println(row.getString(2) + " became " + row.getString(3));
                }
            }
            System.out.println(changed + " of " + DOUBLES + " documents needed other digits, " + lost + " were lost");
            assertThat(lost).as("no text is known for a few").isLessThan(DOUBLES / 2_000);
            assertThat(changed).as("else the server's parser has become exact").isGreaterThan(DOUBLES / 20);
        }
    }

    @Test
    void doublesArePrintedAsTheServerPrintsThem() throws Exception {
        Random random = new Random(Seed.next("JsonDocumentIT"));
        try (MySqlServer mysql = MySqlServer.started();
                Connection connection = new SourceConnections(TestServers.of(mysql)).open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE j");
            statement.execute("CREATE TABLE j.t (id INT PRIMARY KEY AUTO_INCREMENT, d DOUBLE)");
            List<Double> values = new ArrayList<>();
            for (int exponent = Double.MIN_EXPONENT; exponent <= Double.MAX_EXPONENT; exponent++) {
                values.add(Math.scalb(1.0, exponent));
            }
            for (int i = 0; i < DOUBLES; i++) {
                // The last digit is as near to one value as to the other.
                values.add(Math.scalb(1.0, 49) + (random.nextLong() >>> 12) / 8.0);
                values.add(next(random, i));
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO j.t (d) VALUES (?)")) {
                connection.setAutoCommit(false);
                for (double value : values) {
                    insert.setString(1, String.valueOf(value));
                    insert.execute();
                }
            }
            SoftAssertions softly = new SoftAssertions();
            try (ResultSet row = statement.executeQuery("SELECT CAST(JSON_ARRAY(d) AS CHAR) FROM j.t ORDER BY id")) {
                for (double value : values) {
                    row.next();
                    StringBuilder ours = new StringBuilder("[");
                    JsonDouble.append(ours, value);
                    softly.assertThat(ours.append(']').toString()).isEqualTo(row.getString(1));
                }
            }
            softly.assertAll();
        }
    }

    private static double next(Random random, int i) throws SQLException {
        double any = Double.longBitsToDouble(random.nextLong());
        return switch (i % 4) {
            case 0 -> Double.isFinite(any) ? any : 0.1;
            case 1 -> random.nextDouble();
            case 2 -> random.nextInt() / 100.0;
            default -> random.nextDouble() * Math.pow(10, random.nextInt(60) - 30);
        };
    }
}
