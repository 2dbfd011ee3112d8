package io.mysqlrelay.source.server;

import io.mysqlrelay.testkit.mysql.MySqlServer;

/** The test kit's servers as the source sees them. */
public final class TestServers {
    private TestServers() {}

    public static SourceServer of(MySqlServer server) {
        return new SourceServer(
                server.host(), server.port(), "root", "", new Tls(Tls.Mode.PREFERRED, null, null, null, null), 10_000);
    }
}
