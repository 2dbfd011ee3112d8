package io.mysqlrelay.sink.adb.config;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.Partitioning;
import io.mysqlrelay.sink.adb.table.TableRule;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings {@code adb.tables.<alias>.*}: what the user has chosen for single tables, in the style of Connect's own
 * {@code transforms}.
 */
public final class TableRules {
    public static final String TABLES = "adb.tables";

    static final String TABLE = "table";
    static final String TYPE = "type";
    static final String PRIMARY_KEY = "primary.key";
    static final String DISTRIBUTION_KEY = "distribution.key";
    static final String PARTITION_KEY = "partition.key";
    static final String PARTITION_RULE = "partition.rule";
    static final String PARTITION_LIFECYCLE = "partition.lifecycle";
    static final String STORAGE_POLICY = "storage.policy";
    static final String HOT_PARTITIONS = "storage.hot.partitions";
    static final String COLUMN_TYPES = "column.types";

    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            TABLE,
            TYPE,
            PRIMARY_KEY,
            DISTRIBUTION_KEY,
            PARTITION_KEY,
            PARTITION_RULE,
            PARTITION_LIFECYCLE,
            STORAGE_POLICY,
            HOT_PARTITIONS,
            COLUMN_TYPES));

    private final Map<TableName, TableRule> rules;

    private TableRules(Map<TableName, TableRule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** @return the tables that something is said about, in small letters */
    public Set<TableName> names() {
        return rules.keySet();
    }

    /** @return never null */
    public TableRule of(TableName table) {
        TableName folded = folded(table);
        TableRule rule = rules.get(folded);
        return rule == null ? TableRule.none(table) : rule;
    }

    /** @throws ConfigException naming the setting */
    public static TableRules parse(Map<String, String> config) {
        List<String> aliases = list(config.get(TABLES));
        Map<String, Map<String, String>> byAlias = new LinkedHashMap<>();
        aliases.forEach(alias -> byAlias.put(alias, new HashMap<>()));
        String prefix = TABLES + ".";
        for (Map.Entry<String, String> setting : config.entrySet()) {
            if (!setting.getKey().startsWith(prefix) || setting.getValue() == null) {
                continue;
            }
            String rest = setting.getKey().substring(prefix.length());
            int dot = rest.indexOf('.');
            String alias = dot < 0 ? rest : rest.substring(0, dot);
            String name = dot < 0 ? "" : rest.substring(dot + 1);
            if (!byAlias.containsKey(alias)) {
                throw new ConfigException(setting.getKey() + " belongs to no alias in " + TABLES);
            }
            if (!NAMES.contains(name)) {
                throw new ConfigException(setting.getKey() + " is no setting; those of an alias are " + NAMES);
            }
            byAlias.get(alias).put(name, setting.getValue().strip());
        }
        Map<TableName, TableRule> rules = new HashMap<>();
        byAlias.forEach((alias, settings) -> {
            TableRule rule = new Alias(prefix + alias + ".", settings).rule();
            if (rules.put(folded(rule.table()), rule) != null) {
                throw new ConfigException(prefix + alias + "." + TABLE + " names a table that another alias has");
            }
        });
        return new TableRules(rules);
    }

    private static TableName folded(TableName name) {
        return new TableName(
                name.database().toLowerCase(Locale.ROOT), name.table().toLowerCase(Locale.ROOT));
    }

    private static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
    }

    /** The settings of one alias. */
    private record Alias(String prefix, Map<String, String> settings) {
        TableRule rule() {
            String table = settings.get(TABLE);
            int dot = table == null ? -1 : table.indexOf('.');
            if (dot < 1 || dot == table.length() - 1) {
                throw wrong(TABLE, "must be <database>.<table>");
            }
            String type = settings.getOrDefault(TYPE, "partitioned");
            if (!type.equals("partitioned") && !type.equals("broadcast")) {
                throw wrong(TYPE, "must be partitioned or broadcast");
            }
            boolean broadcast = type.equals("broadcast");
            if (broadcast && (settings.containsKey(DISTRIBUTION_KEY) || settings.containsKey(PARTITION_KEY))) {
                throw wrong(TYPE, "broadcast has neither a distribution nor a partition key");
            }
            return new TableRule(
                    new TableName(table.substring(0, dot), table.substring(dot + 1)),
                    broadcast,
                    list(settings.get(PRIMARY_KEY)),
                    list(settings.get(DISTRIBUTION_KEY)),
                    partitioning(),
                    storage(),
                    types());
        }

        private Partitioning partitioning() {
            String column = settings.get(PARTITION_KEY);
            if (column == null) {
                for (String other : List.of(PARTITION_RULE, PARTITION_LIFECYCLE)) {
                    if (settings.containsKey(other)) {
                        throw wrong(other, "needs " + prefix + PARTITION_KEY);
                    }
                }
                return null;
            }
            if (column.contains(",")) {
                throw wrong(PARTITION_KEY, "must be one column");
            }
            String rule = settings.getOrDefault(PARTITION_RULE, Partitioning.Rule.VALUE.setting());
            Partitioning.Rule parsed = Arrays.stream(Partitioning.Rule.values())
                    .filter(r -> r.setting().equals(rule))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            PARTITION_RULE,
                            "must be one of "
                                    + Arrays.stream(Partitioning.Rule.values())
                                            .map(Partitioning.Rule::setting)
                                            .toList()));
            return new Partitioning(column, parsed, number(PARTITION_LIFECYCLE));
        }

        private String storage() {
            String policy = settings.getOrDefault(STORAGE_POLICY, "").toUpperCase(Locale.ROOT);
            if (policy.isEmpty()) {
                if (settings.containsKey(HOT_PARTITIONS)) {
                    throw wrong(HOT_PARTITIONS, "needs " + prefix + STORAGE_POLICY);
                }
                return "";
            }
            if (!Set.of("HOT", "COLD", "MIXED").contains(policy)) {
                throw wrong(STORAGE_POLICY, "must be hot, cold or mixed");
            }
            if (policy.equals("MIXED") != settings.containsKey(HOT_PARTITIONS)) {
                throw wrong(HOT_PARTITIONS, "goes with the policy mixed, and with no other");
            }
            return "STORAGE_POLICY='" + policy + "'"
                    + (policy.equals("MIXED") ? " HOT_PARTITION_COUNT=" + number(HOT_PARTITIONS) : "");
        }

        private int number(String name) {
            String text = settings.get(name);
            if (text == null) {
                return 0;
            }
            if (!text.matches("[1-9]\\d{0,5}")) {
                throw wrong(name, "must be a number from 1 on");
            }
            return Integer.parseInt(text);
        }

        /** {@code column:TYPE}; a comma inside parentheses belongs to the type. */
        private Map<String, AdbType> types() {
            return Arrays.stream(settings.getOrDefault(COLUMN_TYPES, "").split(",(?![^(]*\\))"))
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .collect(Collectors.toMap(pair -> pair.split(":", 2)[0].strip(), this::type, (one, other) -> {
                        throw wrong(COLUMN_TYPES, "names a column twice");
                    }));
        }

        private AdbType type(String pair) {
            String[] parts = pair.split(":", 2);
            AdbType type = parts.length == 2 ? AdbType.parse(parts[1]) : AdbType.of(AdbType.Base.OTHER);
            if (type.base() == AdbType.Base.OTHER) {
                throw wrong(COLUMN_TYPES, "must be pairs like amount:VARCHAR, with types of AnalyticDB");
            }
            return type;
        }

        private ConfigException wrong(String name, String rule) {
            return new ConfigException(prefix + name + " " + rule);
        }
    }
}
