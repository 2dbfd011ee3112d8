package io.mysqlrelay.source.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The migration's name, its phases, and where it starts. */
public final class MigrationGroup {
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String TYPES = "migration.types";
    public static final String START_GTID_SET = "start.gtid.set";
    public static final String START_BINLOG_FILE = "start.binlog.file";
    public static final String START_BINLOG_POSITION = "start.binlog.position";
    public static final String FULL_CHUNK_ROWS = "full.chunk.rows";
    public static final String FULL_GENERATED = "full.generated.columns";

    private MigrationGroup() {}

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "Migration")
                .required(
                        TOPIC_PREFIX,
                        ConfigDef.Type.STRING,
                        Validators.TOPIC_NAME_START,
                        Width.MEDIUM,
                        "Topic prefix",
                        "Name of the migration on Kafka: changes travel on <prefix>.changes, table definitions are kept"
                                + " on <prefix>.schema-history. Never change it, and never use it for two migrations.")
                .choice(
                        TYPES,
                        ConfigDef.Type.LIST,
                        List.of("schema", "full", "incremental"),
                        Validators.TYPES,
                        List.of("schema", "full", "incremental"),
                        "Migration types",
                        "What is migrated: schema (definitions), full (rows that exist), incremental (changes from then"
                                + " on, without end). One of: " + MigrationTypes.ALLOWED + ".")
                .optional(
                        START_GTID_SET,
                        ConfigDef.Type.STRING,
                        null,
                        Validators.GTID_SET,
                        Importance.LOW,
                        "Start after GTID set",
                        "For migration.types=incremental alone: the transactions that the target already has, as in"
                                + " @@gtid_executed. Unset, the migration begins at the source's present position.")
                .optional(
                        START_BINLOG_FILE,
                        ConfigDef.Type.STRING,
                        null,
                        Validators.BINLOG_FILE,
                        Importance.LOW,
                        "Start in binlog file",
                        "For migration.types=incremental alone: binlog file of the first change to take, in place of"
                                + " start.gtid.set. Together with start.binlog.position.")
                .optional(
                        START_BINLOG_POSITION,
                        ConfigDef.Type.LONG,
                        null,
                        Validators.validator("4 or greater", value -> {
                            if ((Long) value < 4) {
                                throw new IllegalArgumentException("must be 4 or greater: a binlog file begins with 4"
                                        + " bytes that are not an event");
                            }
                        }),
                        Importance.LOW,
                        "Start at binlog position",
                        "Byte position in start.binlog.file at which a transaction begins.")
                .optional(
                        FULL_CHUNK_ROWS,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "Rows per chunk",
                        "Rows that the full load reads with one query. Lower it when single rows are very large.")
                .optional(
                        FULL_GENERATED,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        null,
                        Importance.MEDIUM,
                        "Generated columns",
                        "Whether the full load reads the values of generated columns. Set it to true for a target that does"
                                + " not compute them, such as AnalyticDB; a MySQL target computes them itself.");
    }
}
