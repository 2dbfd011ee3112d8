package io.mysqlrelay.cli.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One session that keeps writing to the shop: orders with items, payments, returns, key changes, swaps of unique
 * values, and rows of a table without a key. Runs on its own thread until {@link #close}.
 *
 * <p>Statements name their columns, so that columns added or dropped meanwhile do not disturb them. A statement that
 * meets a table in the middle of a change (deadlock, lock wait, table gone for a moment) is rolled back and counted.
 */
final class ShopWriter implements AutoCloseable {
    private static final long PAUSE_MILLIS = 4;

    private final Connection connection;
    private final ShopSize size;
    private final Random random;
    private final Thread thread;
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLong rolledBack = new AtomicLong();
    private volatile boolean running = true;

    ShopWriter(Connection connection, long seed, ShopSize size) throws SQLException {
        this.connection = connection;
        this.size = size;
        this.random = new Random(seed);
        connection.setAutoCommit(false);
        connection.setCatalog("shop");
        this.thread = new Thread(this::run, "shop-writer-" + seed);
    }

    void start() {
        thread.start();
    }

    long transactions() {
        return transactions.get();
    }

    long rolledBack() {
        return rolledBack.get();
    }

    private void run() {
        while (running) {
            try {
                transaction();
                connection.commit();
                transactions.incrementAndGet();
            } catch (SQLException e) {
                rollBack();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void rollBack() {
        rolledBack.incrementAndGet();
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The session is gone with its server: nothing more can be written, and the comparison at the end tells.
            running = false;
        }
    }

    private void transaction() throws SQLException {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> placeOrder();
            case 3 -> pay();
            case 4 -> moveStock();
            case 5 -> swapPlaces();
            case 6 -> keyless();
            default -> renameCustomer();
        }
    }

    private void placeOrder() throws SQLException {
        String number = "L" + Long.toString(System.nanoTime() & 0xFFFFFFFFFFFL, 36) + random.nextInt(99);
        update(
                "INSERT INTO orders (number, customer_id, status, placed, note) VALUES (?, ?, 'new', now(6), ?)",
                number.substring(0, Math.min(14, number.length())),
                1 + random.nextInt(size.customers()),
                random.nextBoolean() ? null : "größer 🛒 \\ ' \"");
        int items = 1 + random.nextInt(4);
        for (int line = 1; line <= items; line++) {
            update(
                    "INSERT INTO order_items (order_id, line_no, sku, quantity, price)"
                            + " SELECT last_insert_id(), ?, sku, ?, price FROM products WHERE sku = ?",
                    line,
                    1 + random.nextInt(5),
                    sku());
        }
    }

    private void pay() throws SQLException {
        int order = 1 + random.nextInt(size.orders());
        update("INSERT INTO payments VALUES (uuid_to_bin(uuid()), ?, ?, now())", order, random.nextInt(99_999) / 100.0);
        update("UPDATE orders SET status = 'paid' WHERE id = ?", order);
        update(
                "UPDATE customers SET balance = balance - 1 WHERE id = (SELECT customer_id FROM orders WHERE id = ?)",
                order);
    }

    private void moveStock() throws SQLException {
        String sku = sku();
        update("UPDATE stock SET quantity = quantity - 1 WHERE sku = ? AND warehouse = 'north'", sku);
        update("UPDATE stock SET quantity = quantity + 1 WHERE sku = ? AND warehouse = 'south'", sku);
        if (random.nextInt(5) == 0) {
            // A change of the primary key itself, there and back.
            update(
                    "UPDATE stock SET warehouse = concat('w', ?) WHERE sku = ? AND warehouse = 'south'",
                    random.nextInt(9),
                    sku);
            update("UPDATE stock SET warehouse = 'south' WHERE sku = ? AND warehouse LIKE 'w%'", sku);
        }
    }

    private void swapPlaces() throws SQLException {
        int a = 1 + random.nextInt(100);
        int b = 1 + random.nextInt(100);
        update("UPDATE ranking SET place = -1 WHERE place = ?", a);
        update("UPDATE ranking SET place = ? WHERE place = ?", a, b);
        update("UPDATE ranking SET place = ? WHERE place = -1", b);
    }

    private void keyless() throws SQLException {
        String page = "/page/" + random.nextInt(100);
        update("INSERT INTO page_views VALUES (?, ?, now()), (?, NULL, now())", page, random.nextInt(1000), page);
        update("UPDATE page_views SET customer_id = ? WHERE page = ? LIMIT 1", random.nextInt(1000), page);
        update("DELETE FROM page_views WHERE page = ? LIMIT 1", page);
    }

    private void renameCustomer() throws SQLException {
        int id = 1 + random.nextInt(size.customers());
        update(
                "UPDATE customers SET name = concat('Zoë ', ?), settings = json_set(settings, '$.seen', ?) WHERE id = ?",
                random.nextInt(),
                random.nextInt(100),
                id);
        update("DELETE FROM addresses WHERE customer_id = ? AND line_no = 2", id);
    }

    private String sku() {
        return String.format("SKU-%08d", 1 + random.nextInt(size.products()));
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Stops after the current transaction. */
    @Override
    public void close() throws SQLException {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
