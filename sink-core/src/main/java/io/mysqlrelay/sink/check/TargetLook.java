package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.precheck.Pairing;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.config.ConnectionSettings;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.List;

/** A sink that looks at its target. */
public interface TargetLook {
    ConnectionSettings connection();

    ServerFacts server();

    /** @return what a failure to connect means */
    ErrorKind kind(SQLException failure);

    /** @return what a validation has time for, without that of the connection; nothing is changed by it */
    List<Check> fast();

    /** @return what a start and the command have time for in addition */
    List<Check> more();

    /** @return what is said more exactly where the source is known */
    List<Check> withoutSource();

    CheckedMigration migration();

    Pairing pairing();

    /** Puts a report into the target, in place of an earlier one. */
    void store(Report report) throws SQLException;
}
