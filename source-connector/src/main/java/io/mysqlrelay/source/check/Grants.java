package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the account may do, active roles included. */
record Grants(List<Grant> grants) {
    /** SHOW GRANTS without an account includes the session's active roles (MySQL manual, "SHOW GRANTS Statement"). */
    static Grants read(Connection source) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                Grant.parse(rows.getString(1)).ifPresent(grants::add);
            }
        }
        return new Grants(grants);
    }

    boolean global(String privilege) {
        return grants.stream().anyMatch(g -> g.isGlobal() && g.gives(privilege));
    }

    boolean onDatabase(String privilege, String database) {
        return grants.stream()
                        .anyMatch(g ->
                                !g.revoked() && g.table() == null && g.gives(privilege) && g.coversDatabase(database))
                && !revoked(privilege, database);
    }

    boolean onTable(String privilege, TableName table) {
        return grants.stream().anyMatch(g -> !g.revoked() && g.gives(privilege) && g.covers(table))
                && !revoked(privilege, table.database());
    }

    private boolean revoked(String privilege, String database) {
        return grants.stream()
                .anyMatch(g -> g.revoked()
                        && g.gives(privilege)
                        && g.database() != null
                        && g.database().equals(database));
    }
}
