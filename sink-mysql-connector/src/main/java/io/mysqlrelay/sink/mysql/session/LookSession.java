package io.mysqlrelay.sink.mysql.session;

import io.mysqlrelay.sink.config.ConnectionSettings;
import java.sql.Connection;
import java.sql.SQLException;

/** A bare connection for looking at the target, which is given up sooner than one that writes. */
public final class LookSession {
    private LookSession() {}

    /** @param limitMillis for each answer */
    public static Connection open(ConnectionSettings settings, int limitMillis) throws SQLException {
        return Driver.look(settings, limitMillis);
    }
}
