package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A table of the migration that only the test writes to. Changes arrive in the source's order, so when a fence row is in
 * the target, everything that was committed before it is there too.
 */
final class Fence {
    private static final AtomicInteger LAST = new AtomicInteger();

    private final MySqlServer source;
    private final MySqlServer target;
    private final String table;

    Fence(MySqlServer source, MySqlServer target, String database) {
        this.source = source;
        this.target = target;
        this.table = database + ".fence";
        create(source, database);
    }

    /** For a migration that does not carry the schema. */
    void createOnTarget() {
        create(target, table.substring(0, table.indexOf('.')));
    }

    /** @return the new row's number */
    int raise() {
        int number = LAST.incrementAndGet();
        source.execute("INSERT INTO " + table + " VALUES (" + number + ")");
        return number;
    }

    boolean hasPassed(int number) {
        return Sql.valueOrNull(target, "SELECT id FROM " + table + " WHERE id = " + number) != null;
    }

    private static void create(MySqlServer server, String database) {
        server.execute(
                "CREATE DATABASE IF NOT EXISTS " + database,
                "CREATE TABLE IF NOT EXISTS " + database + ".fence (id INT NOT NULL PRIMARY KEY)");
    }
}
