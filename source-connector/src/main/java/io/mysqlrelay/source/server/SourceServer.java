package io.mysqlrelay.source.server;

/**
 * Where the source is and who we are there.
 *
 * @param host name or address; never null
 * @param port TCP port
 * @param user never null
 * @param password never null, may be empty
 * @param tls never null
 * @param connectTimeoutMs milliseconds until a connection attempt is given up
 */
public record SourceServer(String host, int port, String user, String password, Tls tls, int connectTimeoutMs) {
    /** @return the same server with another limit for a connection attempt */
    public SourceServer withConnectTimeoutMs(int millis) {
        return new SourceServer(host, port, user, password, tls, millis);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
