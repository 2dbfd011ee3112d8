package io.mysqlrelay.testkit;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The seed of a random test, printed so that a failure can be repeated. Without {@code -Drelay.seed} it is the same for
 * the same test in every build: a build fails for what has changed. {@code -Drelay.seed=random} searches.
 */
public final class Seed {
    private Seed() {}

    /** @param test named in the output */
    @SuppressWarnings("SystemOut") // the output of a test run is read where it is printed
    public static long next(String test) {
        String given = System.getProperty("relay.seed", "");
        long seed = switch (given) {
            case "" -> Math.abs((long) test.hashCode());
            case "random" -> ThreadLocalRandom.current().nextLong(1_000_000_000);
            default -> Long.parseLong(given);
        };
        System.out.println(test + ": seed " + seed + " (repeat with -Drelay.seed=" + seed + ")");
        return seed;
    }
}
