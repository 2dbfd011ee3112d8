package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import java.util.List;

/** The MySQL versions that the tests run on; an installed one that {@code MYSQL_HOME} names takes the place of both. */
public final class Versions {
    private Versions() {}

    public static List<MySqlDistribution> all() {
        return MySqlDistribution.tested();
    }

    public static MySqlDistribution older() {
        return MySqlDistribution.preferred();
    }

    public static MySqlDistribution newer() {
        return all().get(all().size() - 1);
    }
}
