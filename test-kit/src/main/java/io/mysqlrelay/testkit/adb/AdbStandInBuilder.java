package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.util.function.Consumer;

/** What an {@link AdbStandIn} is to be. Without a word it behaves as current documents say. */
public final class AdbStandInBuilder {
    final MySqlServer backing;
    int port;
    boolean illegalDatesFail;
    boolean widening = true;
    Consumer<String> listener = statement -> {};

    AdbStandInBuilder(MySqlServer backing) {
        this.backing = backing;
    }

    /** Listens here instead of at a free port. */
    public AdbStandInBuilder port(int fixed) {
        this.port = fixed;
        return this;
    }

    /** A date such as 0000-00-00 is an error, "as in older kernels"; otherwise it becomes NULL. */
    public AdbStandInBuilder illegalDatesFail() {
        this.illegalDatesFail = true;
        return this;
    }

    /** MODIFY COLUMN takes no other type at all; otherwise wider integers and FLOAT to DOUBLE, which is "likely accepted". */
    public AdbStandInBuilder wideningFails() {
        this.widening = false;
        return this;
    }

    /** Is told each statement as received, a character per byte, by the session's thread and before it runs. */
    public AdbStandInBuilder listener(Consumer<String> told) {
        this.listener = told;
        return this;
    }

    public AdbStandIn start() {
        return new AdbStandIn(this);
    }
}
