package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * The transactions of sysbench's {@code oltp_write_only}: an update of an indexed column, one of another column, and a
 * delete with an insert of the same id, each in a random table at a random (uniform) id. Always four row changes.
 */
final class WriteOnlyLoad {
    static final int CHANGES_PER_TRANSACTION = 4;

    private static final int DEADLOCK = 1213;

    private final Connection connection;
    private final int rows;
    private final Random random;
    private final PreparedStatement[] indexUpdates = new PreparedStatement[SysbenchTables.COUNT];
    private final PreparedStatement[] otherUpdates = new PreparedStatement[SysbenchTables.COUNT];
    private final PreparedStatement[] deletes = new PreparedStatement[SysbenchTables.COUNT];
    private final PreparedStatement[] inserts = new PreparedStatement[SysbenchTables.COUNT];

    WriteOnlyLoad(Connection connection, int rows, Random random) throws SQLException {
        this.connection = connection;
        this.rows = rows;
        this.random = random;
        connection.setCatalog(SysbenchTables.DATABASE);
        connection.setAutoCommit(false);
        for (int i = 0; i < SysbenchTables.COUNT; i++) {
            String table = SysbenchTables.name(i + 1);
            indexUpdates[i] = connection.prepareStatement("UPDATE " + table + " SET k = k + 1 WHERE id = ?");
            otherUpdates[i] = connection.prepareStatement("UPDATE " + table + " SET c = ? WHERE id = ?");
            deletes[i] = connection.prepareStatement("DELETE FROM " + table + " WHERE id = ?");
            inserts[i] = connection.prepareStatement("INSERT INTO " + table + " (id, k, c, pad) VALUES (?, ?, ?, ?)");
        }
    }

    /** Writes so many transactions with so many threads. */
    static void run(MySqlServer server, int rows, int transactions, int writers, long seed) {
        Workers.run(writers, writer -> {
            try (Connection connection = server.connection()) {
                WriteOnlyLoad load = new WriteOnlyLoad(connection, rows, new Random(seed + writer));
                int share = transactions / writers + (writer < transactions % writers ? 1 : 0);
                for (int i = 0; i < share; i++) {
                    load.transaction(() -> {});
                }
            }
        });
    }

    /** What else belongs to the transaction. */
    interface More {
        void run() throws SQLException;
    }

    /** Commits one transaction, again from its beginning when the server gives it up for another. */
    void transaction(More more) throws SQLException {
        while (true) {
            try {
                statements();
                more.run();
                connection.commit();
                return;
            } catch (SQLException e) {
                connection.rollback();
                if (e.getErrorCode() != DEADLOCK) {
                    throw e;
                }
            }
        }
    }

    private void statements() throws SQLException {
        PreparedStatement update = indexUpdates[table()];
        update.setInt(1, id());
        update.executeUpdate();
        update = otherUpdates[table()];
        update.setString(1, SysbenchTables.groups(random, 10));
        update.setInt(2, id());
        update.executeUpdate();
        int table = table();
        int id = id();
        deletes[table].setInt(1, id);
        deletes[table].executeUpdate();
        PreparedStatement insert = inserts[table];
        insert.setInt(1, id);
        insert.setInt(2, id());
        insert.setString(3, SysbenchTables.groups(random, 10));
        insert.setString(4, SysbenchTables.groups(random, 5));
        insert.executeUpdate();
    }

    private int table() {
        return random.nextInt(SysbenchTables.COUNT);
    }

    private int id() {
        return 1 + random.nextInt(rows);
    }
}
