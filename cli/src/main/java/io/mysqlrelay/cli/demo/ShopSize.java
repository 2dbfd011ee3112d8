package io.mysqlrelay.cli.demo;

/**
 * How large the shop is.
 *
 * @param rows about so many in all tables
 */
record ShopSize(int rows) {
    private static final int FULL = 600_000;
    private static final int CUSTOMERS = 60_000;
    private static final int PRODUCTS = 20_000;

    /** By what the numbers in the script are divided: at most so that each table has rows. */
    int divisor() {
        return Math.min(100, Math.max(1, FULL / Math.max(1, rows)));
    }

    int customers() {
        return CUSTOMERS / divisor();
    }

    int products() {
        return PRODUCTS / divisor();
    }

    int orders() {
        return 100_000 / divisor();
    }
}
