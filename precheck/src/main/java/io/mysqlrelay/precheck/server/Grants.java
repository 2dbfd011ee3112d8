package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;
import java.util.ArrayList;
import java.util.List;

/** What the account may do, active roles included. */
public record Grants(List<Grant> grants) {
    /** @param rows answer to SHOW GRANTS without an account, which includes the session's active roles (MySQL manual) */
    static Grants of(List<String[]> rows) {
        List<Grant> grants = new ArrayList<>();
        rows.forEach(row -> Grant.parse(row[0]).ifPresent(grants::add));
        return new Grants(grants);
    }

    public boolean global(String privilege) {
        return grants.stream().anyMatch(g -> !g.revoked() && g.isGlobal() && g.gives(privilege));
    }

    /** @return true if it is given globally, or on some database whose pattern is not this name alone */
    public boolean elsewhere(String privilege, String database) {
        return grants.stream()
                .anyMatch(g -> !g.revoked()
                        && g.table() == null
                        && g.gives(privilege)
                        && (g.isGlobal() || !g.database().replace("\\", "").equals(database)));
    }

    public boolean onDatabase(String privilege, String database) {
        return grants.stream()
                        .anyMatch(g ->
                                !g.revoked() && g.table() == null && g.gives(privilege) && g.coversDatabase(database))
                && !revoked(privilege, database);
    }

    public boolean onTable(String privilege, TableName table) {
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
