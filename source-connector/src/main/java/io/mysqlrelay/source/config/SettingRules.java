package io.mysqlrelay.source.config;

import static io.mysqlrelay.source.config.MigrationGroup.START_BINLOG_FILE;
import static io.mysqlrelay.source.config.MigrationGroup.START_BINLOG_POSITION;
import static io.mysqlrelay.source.config.MigrationGroup.START_GTID_SET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules that look at more than one setting, or at settings that are Connect's. Values are read as the user wrote them. */
public final class SettingRules {
    private SettingRules() {}

    /** @return every broken rule; empty when there is none */
    public static List<Violation> violations(Map<String, String> props) {
        List<Violation> found = new ArrayList<>();
        connect(props, found);
        start(props, found);
        lists(props, found);
        queue(props, found);
        forbidden(props, found);
        return found;
    }

    private static void connect(Map<String, String> props, List<Violation> found) {
        if (set(props, "tasks.max") && !props.get("tasks.max").trim().equals("1")) {
            found.add(new Violation(
                    "tasks.max",
                    "must be 1: a binlog is one ordered log and has one reader. For more throughput use one connector"
                            + " per source server"));
        }
        if ("all".equalsIgnoreCase(props.get("errors.tolerance"))) {
            found.add(new Violation(
                    "errors.tolerance",
                    "must be none: with all, Connect drops records that it cannot convert, and the change is lost"));
        }
        if (props.getOrDefault("value.converter", "").endsWith("JsonConverter")
                && "false".equalsIgnoreCase(props.get("value.converter.schemas.enable"))) {
            found.add(new Violation(
                    "value.converter.schemas.enable",
                    "must be true: without schemas the column types are lost on the way"));
        }
    }

    private static void start(Map<String, String> props, List<Violation> found) {
        boolean gtids = set(props, START_GTID_SET);
        boolean file = set(props, START_BINLOG_FILE);
        boolean position = set(props, START_BINLOG_POSITION);
        if (gtids && (file || position)) {
            found.add(new Violation(
                    START_GTID_SET, "cannot be combined with a start in a binlog file: give one of both"));
        } else if (file != position) {
            String missing = file ? START_BINLOG_POSITION : START_BINLOG_FILE;
            found.add(new Violation(missing, "must be set too: a start in the binlog has a file and a position"));
        }
        String types = props.getOrDefault(MigrationGroup.TYPES, "").trim();
        if ((gtids || file || position) && !types.equalsIgnoreCase("incremental")) {
            found.add(new Violation(
                    gtids ? START_GTID_SET : file ? START_BINLOG_FILE : START_BINLOG_POSITION,
                    "is for migration.types=incremental alone: rows that are loaded are of the present, and older"
                            + " changes would undo them"));
        }
    }

    private static void lists(Map<String, String> props, List<Violation> found) {
        exclusive(props, ObjectGroup.DATABASE_INCLUDE_LIST, ObjectGroup.DATABASE_EXCLUDE_LIST, found);
        exclusive(props, ObjectGroup.TABLE_INCLUDE_LIST, ObjectGroup.TABLE_EXCLUDE_LIST, found);
    }

    private static void exclusive(Map<String, String> props, String include, String exclude, List<Violation> found) {
        if (set(props, include) && set(props, exclude)) {
            found.add(new Violation(exclude, "cannot be combined with " + include + ": give one of both"));
        }
    }

    private static void queue(Map<String, String> props, List<Violation> found) {
        long batch = number(props, OperationGroup.MAX_BATCH_SIZE, 2_048);
        long queue = number(props, OperationGroup.MAX_QUEUE_SIZE, 8_192);
        if (queue <= batch) {
            found.add(new Violation(
                    OperationGroup.MAX_QUEUE_SIZE, "must be greater than max.batch.size, or no batch is ever full"));
        }
    }

    private static long number(Map<String, String> props, String key, long ifUnset) {
        try {
            return set(props, key) ? Long.parseLong(props.get(key).trim()) : ifUnset;
        } catch (NumberFormatException e) {
            return ifUnset; // the setting's own type check reports it
        }
    }

    private static void forbidden(Map<String, String> props, List<Violation> found) {
        for (String key : props.keySet()) {
            ForcedSettings.Forced rule = ForcedSettings.forbidding(key);
            if (rule != null) {
                found.add(new Violation(key, rule.refusal()));
            }
        }
        if (set(props, "kafka.ssl.keystore.key")) {
            found.add(new Violation(
                    "kafka.ssl.keystore.key",
                    "must not be set, because the key would be written to the worker's log; put it in a file and use"
                            + " kafka.ssl.keystore.location with kafka.ssl.keystore.type=PEM"));
        }
    }

    private static boolean set(Map<String, String> props, String key) {
        String value = props.get(key);
        return value != null && !value.isBlank();
    }
}
