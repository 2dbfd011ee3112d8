package io.mysqlrelay.sink.mysql.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.mysql.config.ConnectionConfig;
import io.mysqlrelay.sink.mysql.config.ConnectionSettings;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.mysql.session.ErrorKind;
import io.mysqlrelay.sink.mysql.session.ServerVersion;
import io.mysqlrelay.sink.mysql.session.SqlErrors;
import io.mysqlrelay.sink.target.TargetMeter;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Looks at the target without changing anything. */
public final class TargetCheck {
    /** FOR SHARE and the data dictionary, whose statements are atomic. */
    private static final int OLDEST = 80_011;

    /**
     * What is wrong.
     *
     * @param setting the one to change
     * @param message complete, with code and remedy
     */
    public record Finding(String setting, String message) {
        static Finding of(String setting, ErrorCode code, String detail) {
            return new Finding(setting, new RelayException(code, detail).getMessage());
        }
    }

    private TargetCheck() {}

    /** @return the first thing that stands in the way; empty when a migration can start */
    public static Optional<Finding> run(ConnectionSettings settings, String checkpointDatabase) {
        try (DmlSession session = DmlSession.open(settings, new TargetMeter())) {
            Optional<Finding> server = server(session);
            return server.isPresent() ? server : Privileges.missing(session, checkpointDatabase);
        } catch (SQLException e) {
            return Optional.of(connection(settings, e));
        }
    }

    private static Optional<Finding> server(DmlSession session) throws SQLException {
        String version = session.text("SELECT VERSION()");
        if (ServerVersion.number(version) < OLDEST || version.contains("MariaDB")) {
            return Optional.of(
                    Finding.of(ConnectionConfig.URL, ErrorCode.TARGET_TOO_OLD, "the server's version is " + version));
        }
        if (!session.text("SELECT @@GLOBAL.read_only + @@GLOBAL.super_read_only")
                .equals("0")) {
            return Optional.of(Finding.of(ConnectionConfig.URL, ErrorCode.TARGET_READ_ONLY, "read_only is ON"));
        }
        return Optional.empty();
    }

    private static Finding connection(ConnectionSettings settings, SQLException e) {
        if (SqlErrors.kind(e) == ErrorKind.LOGIN) {
            return Finding.of(
                    ConnectionConfig.PASSWORD,
                    ErrorCode.TARGET_LOGIN,
                    "the target refuses user " + settings.user() + " or its password (" + SqlErrors.numbers(e) + ")");
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SSLException || t instanceof java.security.GeneralSecurityException) {
                return Finding.of(
                        ConnectionConfig.SSL_MODE,
                        ErrorCode.TARGET_TLS,
                        "with " + ConnectionConfig.SSL_MODE + "="
                                + settings.sslMode().setting() + ": " + t.getMessage());
            }
        }
        if (SqlErrors.kind(e) == ErrorKind.PRIVILEGE) {
            return Finding.of(ConnectionConfig.USER, ErrorCode.TARGET_PRIVILEGE, e.getMessage());
        }
        return Finding.of(
                ConnectionConfig.URL, ErrorCode.TARGET_UNREACHABLE, settings.url() + " (" + SqlErrors.numbers(e) + ")");
    }
}
