package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.source.config.ObjectGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases that are named, not matched by an expression, must be there: else a typing error migrates nothing. */
final class DatabaseCheck implements SourceCheck {
    @Override
    public List<Finding> run(Connection source, SourceConfig config) throws SQLException {
        List<String> named = config.captured().namedDatabases();
        if (named.isEmpty()) {
            return List.of();
        }
        List<String> present = databases(source);
        List<Finding> findings = new ArrayList<>();
        for (String name : named) {
            // The list matches in any case, whatever the server's lower_case_table_names.
            if (present.stream().noneMatch(name::equalsIgnoreCase)) {
                findings.add(Finding.error(
                        "P03",
                        ObjectGroup.DATABASE_INCLUDE_LIST,
                        "database " + name + " does not exist on the source, or user '"
                                + config.server().user() + "' has no privilege on it",
                        "correct the name, or GRANT SELECT ON " + TableName.quote(name) + ".* TO "
                                + Account.current(source)));
            }
        }
        return findings;
    }

    private static List<String> databases(Connection source) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet rows = statement.executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
