package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.sink.config.ConnectionConfig;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** Says which setting to look at when the target cannot be reached. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    /** @param kind what the target's sink takes the failure for */
    static Finding finding(ConnectionSettings settings, SQLException e, ErrorKind kind) {
        if (kind == ErrorKind.LOGIN) {
            return of(
                    ConnectionConfig.PASSWORD,
                    ErrorCode.TARGET_LOGIN,
                    "the target refuses user " + settings.user() + " or its password (" + SqlErrors.numbers(e) + ")");
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SSLException || t instanceof GeneralSecurityException) {
                return of(
                        ConnectionConfig.SSL_MODE,
                        ErrorCode.TARGET_TLS,
                        "with " + ConnectionConfig.SSL_MODE + "="
                                + settings.sslMode().setting() + ": " + t.getMessage());
            }
        }
        if (kind == ErrorKind.PRIVILEGE) {
            return of(ConnectionConfig.USER, ErrorCode.TARGET_PRIVILEGE, e.getMessage());
        }
        return of(
                        ConnectionConfig.URL,
                        ErrorCode.TARGET_UNREACHABLE,
                        "nothing answers at " + settings.url() + " (" + SqlErrors.numbers(e) + ")")
                .passing();
    }

    private static Finding of(String setting, ErrorCode code, String found) {
        return Finding.error(found, code.remedy()).code(code).on(setting);
    }
}
