package io.mysqlrelay.source.transforms;

import io.mysqlrelay.source.config.SettingGroup;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidList;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * What {@link LimitsGuard} is set to.
 *
 * @param kinds names of {@link StatementTraits} that the target cannot take
 */
record LimitsSettings(Map<Limit, LimitPolicy> policies, long rowBytes, Set<String> kinds, int tables) {
    static final String ROW_BYTES = "large.rows.bytes";
    static final String KINDS = "refused.statements.kinds";
    static final String TABLES = "tables.limit";

    static final ConfigDef DEFINITION = new ConfigDef();

    static {
        SettingGroup rows = new SettingGroup(DEFINITION, "Rows");
        policy(
                rows,
                Limit.KEYLESS_TABLES,
                "warn",
                "Tables without a key",
                "Tables that have neither a primary key nor a unique key over NOT NULL columns. Behind a stock connector a row"
                        + " shows it, because its record has no key; behind the relay's own source the table's definition"
                        + " does, for which errant counts as fail.");
        policy(
                rows,
                Limit.LARGE_ROWS,
                "warn",
                "Large rows",
                "Row changes of which one image takes more than large.rows.bytes.");
        rows.optional(
                ROW_BYTES,
                ConfigDef.Type.LONG,
                8L << 20,
                Range.atLeast(1),
                Importance.MEDIUM,
                "Largest row (bytes)",
                "Largest image of a row: texts as UTF-8, binary values as they are, 8 for each other value. AnalyticDB"
                        + " takes statements of 16 MB, in which a binary value takes two bytes per byte.");
        SettingGroup statements = new SettingGroup(DEFINITION, "Statements");
        policy(
                statements,
                Limit.REFUSED_STATEMENTS,
                "fail",
                "Statements that the target cannot take",
                "Statements of the kinds in refused.statements.kinds. Never errant: without a statement the rows behind it"
                        + " would not fit. To pass one, set warn until it has passed; what the target then does is decided by"
                        + " the sink's ddl.error.policy.");
        statements.optional(
                KINDS,
                ConfigDef.Type.LIST,
                List.of(),
                ValidList.in(true, StatementTraits.NAMES.toArray(String[]::new)),
                Importance.MEDIUM,
                "Kinds of statements",
                "Kinds of statements that the target cannot take. For AnalyticDB, for example:"
                        + " change_primary_key, partition_rows, change_column.");
        policy(
                statements,
                Limit.COMMENT_STATEMENTS,
                "ignore",
                "Statements about comments",
                "ALTER TABLE that sets the comment of a table or column.");
        SettingGroup tables = new SettingGroup(DEFINITION, "Number of tables");
        policy(
                tables,
                Limit.MANY_TABLES,
                "warn",
                "Too many tables",
                "More tables than tables.limit, counted since the task's start: tables that a row or a definition names, but"
                        + " for those that were dropped.");
        tables.optional(
                TABLES,
                ConfigDef.Type.INT,
                1_000,
                Range.atLeast(1),
                Importance.LOW,
                "Most tables",
                "Most tables of one migration.");
    }

    private static void policy(SettingGroup group, Limit limit, String ifUnset, String display, String doc) {
        List<String> values = limit.policies();
        group.choice(
                limit.setting,
                ConfigDef.Type.STRING,
                ifUnset,
                ValidString.in(values.toArray(String[]::new)),
                List.copyOf(values),
                display,
                doc);
    }

    /** @throws org.apache.kafka.common.config.ConfigException if a value is not valid */
    static LimitsSettings of(Map<String, ?> settings) {
        AbstractConfig config = new AbstractConfig(DEFINITION, settings, false);
        Map<Limit, LimitPolicy> policies = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            policies.put(limit, LimitPolicy.of(config.getString(limit.setting)));
        }
        return new LimitsSettings(
                policies, config.getLong(ROW_BYTES), new HashSet<>(config.getList(KINDS)), config.getInt(TABLES));
    }

    LimitPolicy of(Limit limit) {
        return policies.get(limit);
    }
}
