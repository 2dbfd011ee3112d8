package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.Grants;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the account needs while the source, and with it the databases of the migration, is not known. */
public final class TargetGrants {
    private TargetGrants() {}

    /**
     * @param state the database of the relay's own tables
     * @param onState privileges on it
     * @param onData privileges on databases that are migrated
     */
    public static List<Finding> look(ServerFacts target, String state, List<String> onState, List<String> onData)
            throws SQLException {
        Grants grants = target.grants();
        TreeSet<String> missing = new TreeSet<>();
        List<String> fixes = new ArrayList<>();
        String account = " TO " + target.account();
        List<String> here =
                onState.stream().filter(p -> !grants.onDatabase(p, state)).toList();
        if (!here.isEmpty()) {
            missing.addAll(here);
            fixes.add("GRANT " + String.join(", ", onState) + " ON " + TableName.quote(state) + ".*" + account);
        }
        List<String> data =
                onData.stream().filter(p -> !grants.elsewhere(p, state)).toList();
        if (!data.isEmpty()) {
            missing.addAll(data);
            fixes.add("GRANT " + String.join(", ", onData) + " ON *.*" + account + "; or on each migrated database");
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(Finding.error("missing " + String.join(", ", missing), String.join("; ", fixes))
                        .code(ErrorCode.TARGET_PRIVILEGE));
    }
}
