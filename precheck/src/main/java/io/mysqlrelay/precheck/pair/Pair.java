package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Both servers, and what the settings of both sides say.
 *
 * @param settings {@code migration.types}, {@code target.existing.tables}, {@code checkpoint.database}, {@code topics}
 * @param caseless names of tables are compared without letter case, whatever the target's variables say
 */
public record Pair(ServerFacts source, ServerFacts target, Map<String, String> settings, boolean caseless) {
    public static final String EXISTING_TABLES = "target.existing.tables";
    static final String TOPICS = "topics";

    /** Of two sides whose servers are known. */
    public static Pair of(OpenSide source, OpenSide target, boolean caseless) {
        Map<String, String> both = new HashMap<>(source.settings());
        both.putAll(target.settings());
        return new Pair(source.server(), target.server(), Map.copyOf(both), caseless);
    }

    public boolean schema() {
        return types().contains("schema");
    }

    public boolean full() {
        return types().contains("full");
    }

    private Set<String> types() {
        return Set.of(settings.get("migration.types").split(","));
    }

    public boolean proceed() {
        return "proceed".equals(settings.get(EXISTING_TABLES));
    }

    String checkpointDatabase() {
        return settings.get("checkpoint.database");
    }

    /** @return true once the target holds something of the migration; then its tables are the migration's own */
    public boolean begun() throws SQLException {
        return BegunMigration.is(target, checkpointDatabase(), settings.get(TOPICS));
    }

    /** @return the name as the target compares it */
    public TableName inTarget(TableName name) throws SQLException {
        return folds()
                ? new TableName(
                        name.database().toLowerCase(Locale.ROOT), name.table().toLowerCase(Locale.ROOT))
                : name;
    }

    String inTarget(String database) throws SQLException {
        return folds() ? database.toLowerCase(Locale.ROOT) : database;
    }

    boolean folds() throws SQLException {
        return caseless || target.variables().number("lower_case_table_names", 0) != 0;
    }
}
