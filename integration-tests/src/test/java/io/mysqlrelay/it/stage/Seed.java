package io.mysqlrelay.it.stage;

import java.util.concurrent.ThreadLocalRandom;

/** The seed of a random test, printed so that a failure can be repeated with {@code -Drelay.seed}. */
public final class Seed {
    private Seed() {}

    /** @param test named in the output */
    public static long next(String test) {
        String given = System.getProperty("relay.seed", "");
        long seed = given.isBlank() ? ThreadLocalRandom.current().nextLong(1_000_000_000) : Long.parseLong(given);
        Print.line(test + ": seed " + seed + " (repeat with -Drelay.seed=" + seed + ")");
        return seed;
    }
}
