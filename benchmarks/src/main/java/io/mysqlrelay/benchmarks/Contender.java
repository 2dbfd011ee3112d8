package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.mysql.MySqlServer;

/** Something that copies the source's tables into its own target and follows the changes. */
interface Contender {
    /** Name with version. */
    String name();

    MySqlServer target();

    /** Starts from nothing: existing rows first, then changes. */
    void start();

    /** Stops; what is written from now on is a backlog. */
    void stop();

    /** Goes on where it was stopped. */
    void resume();

    /** Throws when it has failed and will not get further by itself. */
    void check();
}
