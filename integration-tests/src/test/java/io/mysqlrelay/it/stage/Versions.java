package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.List;

/** The MySQL versions that the tests run on; an installed one that {@code MYSQL_HOME} names takes the place of both. */
public final class Versions {
    private Versions() {}

    public static List<MySqlDistribution> all() {
        return installed() ? List.of(MySqlDistribution.preferred()) : List.of(older(), newer());
    }

    public static MySqlDistribution older() {
        return MySqlDistribution.preferred();
    }

    public static MySqlDistribution newer() {
        return installed() ? MySqlDistribution.preferred() : MySqlDistribution.of("8.0.33");
    }

    private static boolean installed() {
        String home = System.getenv("MYSQL_HOME");
        return home != null && !home.isBlank();
    }
}
