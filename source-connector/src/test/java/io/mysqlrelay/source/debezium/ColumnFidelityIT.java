package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.load.FullLoad;
import io.mysqlrelay.source.load.LoadSettings;
import io.mysqlrelay.source.load.LoadedRows;
import io.mysqlrelay.source.schema.TableShapeReader;
import io.mysqlrelay.source.server.ServerPosition;
import io.mysqlrelay.source.server.SourceConnections;
import io.mysqlrelay.source.server.SourceServer;
import io.mysqlrelay.source.server.TestServers;
import io.mysqlrelay.source.table.TableShape;
import io.mysqlrelay.source.value.ColumnCodec;
import io.mysqlrelay.source.value.ColumnCodecs;
import io.mysqlrelay.testkit.Seed;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import io.mysqlrelay.testkit.types.TypeCases;
import io.mysqlrelay.testkit.types.TypeCases.TypeCase;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.ConnectSchema;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whatever a column holds, the full load and the binlog say the same, and it is what the server prints. */
class ColumnFidelityIT {
    private static final int MOVED = 1_000_000;

    @Test
    void fullLoadAndBinlogAgreeOnEveryValue() throws Exception {
        List<TypeCase> cases = TypeCases.all(new Random(Seed.next("ColumnFidelityIT")));
        try (MySqlServer mysql = MySqlServer.started()) {
            SourceServer server = TestServers.of(mysql);
            SourceConnections connections = new SourceConnections(server);
            try (Connection connection = connections.open();
                    FullLoad load = new FullLoad(connections, LoadSettings.ofChunkRows(7), table -> {})) {
                SourcePosition start = ServerPosition.read(connection);
                create(connection, cases);
                Map<Integer, Map<Object, Object>> loaded = new HashMap<>();
                Map<Integer, ColumnCodec> codecs = new HashMap<>();
                for (int i = 0; i < cases.size(); i++) {
                    TableShape shape = TableShapeReader.read(connection, table(i));
                    List<ColumnCodec> of = ColumnCodecs.of(shape);
                    codecs.put(i, of.get(1));
                    Map<Object, Object> rows = new HashMap<>();
                    LoadedRows handler = new LoadedRows();
                    load.table(shape, of).read(null, handler);
                    handler.rows().forEach(row -> rows.put(row[0], row[1]));
                    assertThat(rows)
                            .as(cases.get(i).type())
                            .hasSize(cases.get(i).values().size());
                    loaded.put(i, rows);
                }
                moveAndDelete(connection, cases.size());
                SourcePosition end = ServerPosition.read(connection);
                Map<String, List<Serializable[]>> images = BinlogRows.read(server, start.binlog(), end.binlog());
                SoftAssertions softly = new SoftAssertions();
                for (int i = 0; i < cases.size(); i++) {
                    compare(softly, cases.get(i), codecs.get(i), loaded.get(i), images.get("t" + i));
                }
                softly.assertAll();
            }
        }
    }

    private static TableName table(int i) {
        return new TableName("fidelity", "t" + i);
    }

    private static void create(Connection connection, List<TypeCase> cases) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE fidelity CHARACTER SET utf8mb4");
            statement.execute("SET sql_mode='ALLOW_INVALID_DATES'");
            for (int i = 0; i < cases.size(); i++) {
                statement.execute("CREATE TABLE " + table(i).quoted() + " (id INT PRIMARY KEY, v "
                        + cases.get(i).type() + ")");
                List<String> rows = new ArrayList<>();
                for (String value : cases.get(i).values()) {
                    rows.add("(" + rows.size() + ", " + value + ")");
                }
                for (String row : rows) {
                    try {
                        statement.execute("INSERT INTO " + table(i).quoted() + " VALUES " + row);
                    } catch (SQLException e) {
                        throw new AssertionError(cases.get(i).type() + ": " + row, e);
                    }
                }
            }
        }
    }

    private static void moveAndDelete(Connection connection, int tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute("UPDATE " + table(i).quoted() + " SET id = id + " + MOVED);
            }
        }
    }

    private static void compare(
            SoftAssertions softly,
            TypeCase of,
            ColumnCodec codec,
            Map<Object, Object> loaded,
            List<Serializable[]> images) {
        softly.assertThat(images).as(of.type()).hasSize(3 * loaded.size());
        for (Serializable[] image : images) {
            int id = (Integer) image[0] % MOVED;
            Object value = image[1] == null ? null : codec.fromBinlog(image[1]);
            ConnectSchema.validateValue(codec.schema(), value);
            ConnectSchema.validateValue(codec.schema(), loaded.get(id));
            softly.assertThat(value)
                    .as("%s <- %s", of.type(), of.values().get(id))
                    .isEqualTo(loaded.get(id));
        }
    }
}
