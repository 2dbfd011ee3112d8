package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;
import java.util.List;

/** Whether a target with binlog lets the account create functions and triggers. */
public final class FunctionCreators {
    private FunctionCreators() {}

    /** @param needed there are functions or triggers to create; otherwise a later one would be the first */
    public static List<Finding> look(ServerFacts target, boolean needed) throws SQLException {
        boolean closed = target.variables().is("log_bin", "ON")
                && target.variables().is("log_bin_trust_function_creators", "OFF")
                && !target.grants().global("SUPER");
        if (!closed) {
            return List.of();
        }
        String found = "the target writes a binlog and log_bin_trust_function_creators is OFF, so account "
                + target.account() + " may not create functions and triggers";
        String fix = TargetRights.ON_TARGET
                + "SET GLOBAL log_bin_trust_function_creators = 1; also in its configuration file";
        return List.of(
                (needed ? Finding.alert(found, fix) : Finding.note(found, fix)).code(ErrorCode.FUNCTION_CREATORS));
    }
}
