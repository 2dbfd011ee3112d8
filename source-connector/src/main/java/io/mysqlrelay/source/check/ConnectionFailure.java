package io.mysqlrelay.source.check;

import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.source.config.ServerGroup;
import io.mysqlrelay.source.server.SourceServer;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** Says which setting to look at when a connection fails: the driver's own message is the same for most causes. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    static Finding finding(SourceServer server, SQLException failure) {
        String user = "user '" + server.user() + "'";
        return switch (failure.getErrorCode()) {
            // ER_ACCESS_DENIED_ERROR, ER_ACCESS_DENIED_NO_PASSWORD_ERROR: the server does not say which of both is
            // wrong.
            case 1045, 1698 ->
                Finding.error(
                                "the source at " + server + " refuses " + user + " with this password",
                                "correct database.user and database.password, and check from which hosts the account may"
                                        + " connect: SELECT user, host FROM mysql.user")
                        .on(ServerGroup.PASSWORD);
            case 1130 -> // ER_HOST_NOT_PRIVILEGED
                Finding.error(
                                "the source at " + server + " admits no account from this worker's host",
                                "create the account with this host, or with '%'")
                        .on(ServerGroup.USER);
            case 1820, 1862 -> // ER_MUST_CHANGE_PASSWORD, ER_MUST_CHANGE_PASSWORD_LOGIN
                Finding.error("the password of " + user + " has expired", "ALTER USER with a new one")
                        .on(ServerGroup.PASSWORD);
            default -> network(server, failure);
        };
    }

    private static Finding network(SourceServer server, SQLException failure) {
        if (cause(failure, UnknownHostException.class)) {
            return Finding.error(
                            "there is no host of the name " + server.host(),
                            "correct database.hostname, or the name service of this worker")
                    .on(ServerGroup.HOSTNAME)
                    .passing();
        }
        if (cause(failure, ConnectException.class)) {
            return Finding.error(
                            "nothing answers at " + server + " from this worker",
                            "correct database.hostname and database.port, start the server, or open the firewall between them")
                    .on(ServerGroup.HOSTNAME)
                    .passing();
        }
        if (cause(failure, SSLException.class) || encryption(failure)) {
            return Finding.error(
                            "no encrypted connection to " + server + " with database.ssl.mode=" + server.tls() + ": "
                                    + deepest(failure).getMessage(),
                            "set database.ssl.truststore to a file with the server's authority and check the host name, or"
                                    + " choose another database.ssl.mode")
                    .on(ServerGroup.SSL_MODE);
        }
        return Finding.error(
                        "cannot connect to the source at " + server + ": "
                                + deepest(failure).getMessage(),
                        "check database.hostname, database.port and the server's error log")
                .on(ServerGroup.HOSTNAME)
                .passing();
    }

    private static boolean cause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    /** The driver wraps a missing store, a wrong store password and a server without TLS in exceptions of its own. */
    private static boolean encryption(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String type = t.getClass().getSimpleName();
            if (type.startsWith("SSL") || type.startsWith("Certificate") || type.startsWith("KeyStore")) {
                return true;
            }
        }
        return String.valueOf(failure.getMessage()).contains("SSL");
    }

    private static Throwable deepest(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }
}
