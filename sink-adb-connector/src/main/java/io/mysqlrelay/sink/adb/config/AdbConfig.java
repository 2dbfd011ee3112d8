package io.mysqlrelay.sink.adb.config;

import io.mysqlrelay.sink.adb.plan.Limits;
import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.adb.value.ValueRules;
import io.mysqlrelay.sink.adb.value.ValueRules.Odd;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** The settings {@code adb.*} about all tables: types, values, tables without a key, sizes of statements. */
public final class AdbConfig {
    public static final String KEYLESS_MODE = "adb.keyless.mode";
    public static final String REFERENTIAL_ACTIONS = "adb.referential.actions";
    public static final String TIME_TYPE = "adb.time.type";
    public static final String TIME_OUT_OF_RANGE = "adb.time.out.of.range";
    public static final String LONG_DECIMAL = "adb.decimal.over.38";
    public static final String ZERO_DATE = "adb.zero.date";
    public static final String ZERO_DATE_SUBSTITUTE = "adb.zero.date.substitute";
    public static final String FLOAT_DECIMALS = "adb.float.decimals";
    public static final String DOUBLE_DECIMALS = "adb.double.decimals";
    public static final String WRITE_ROWS = "adb.write.rows";
    public static final String WRITE_BYTES = "adb.write.bytes";
    public static final String SOCKET_TIMEOUT = "adb.socket.timeout.seconds";

    public static final String PROBE = "precheck.probe";

    private static final String GROUP = "AnalyticDB";

    private AdbConfig() {}

    public static ConfigDef define(ConfigDef def) {
        int order = 0;
        def.define(
                TableRules.TABLES,
                ConfigDef.Type.LIST,
                List.of(),
                Importance.HIGH,
                "Aliases of tables with choices of their own, in the style of Connect's transforms. For each alias:"
                        + " adb.tables.<alias>.table (<database>.<table>), .type (partitioned or broadcast), .primary.key,"
                        + " .distribution.key, .partition.key, .partition.rule (value, day, month, year, unix_day, unix_month,"
                        + " unix_year), .partition.lifecycle, .storage.policy (hot, cold, mixed), .storage.hot.partitions,"
                        + " .column.types (column:TYPE, ...). docs/analyticdb.md tells how to choose.",
                GROUP,
                ++order,
                Width.LONG,
                "Tables");
        def.define(
                KEYLESS_MODE,
                ConfigDef.Type.STRING,
                "row_id",
                ValidString.in("row_id", "refuse"),
                Importance.MEDIUM,
                "What becomes of tables that have neither a primary key nor a unique key over NOT NULL columns. row_id: their"
                        + " rows get an additional key, and changes find them by their values. refuse: stop.",
                GROUP,
                ++order,
                Width.SHORT,
                "Tables without a key");
        def.define(
                REFERENTIAL_ACTIONS,
                ConfigDef.Type.STRING,
                "refuse",
                ValidString.in("refuse", "ignore"),
                Importance.MEDIUM,
                "What becomes of tables with foreign keys that change rows by themselves (ON DELETE or ON UPDATE with CASCADE"
                        + " or SET NULL). Such changes are in no binlog, and AnalyticDB does not make them. refuse: stop."
                        + " ignore: go on; rows that the source removed or changed so stay as they are in AnalyticDB.",
                GROUP,
                ++order,
                Width.SHORT,
                "Referential actions");
        def.define(
                TIME_TYPE,
                ConfigDef.Type.STRING,
                "time",
                ValidString.in("time", "varchar"),
                Importance.MEDIUM,
                "Type of TIME columns. varchar also holds negative times and those of 24 hours or more.",
                GROUP,
                ++order,
                Width.SHORT,
                "Type of TIME");
        def.define(
                TIME_OUT_OF_RANGE,
                ConfigDef.Type.STRING,
                "error",
                ValidString.in("error", "null"),
                Importance.LOW,
                "What becomes of a time that AnalyticDB's TIME cannot hold: error refuses the row, null writes NULL.",
                GROUP,
                ++order,
                Width.SHORT,
                "Times out of range");
        def.define(
                LONG_DECIMAL,
                ConfigDef.Type.STRING,
                "refuse",
                ValidString.in("refuse", "varchar"),
                Importance.LOW,
                "What becomes of DECIMAL columns with more than 38 digits: refuse the table, or keep the numbers as text.",
                GROUP,
                ++order,
                Width.SHORT,
                "Long DECIMAL");
        def.define(
                ZERO_DATE,
                ConfigDef.Type.STRING,
                "null",
                ValidString.in("null", "error"),
                Importance.MEDIUM,
                "What becomes of zero and invalid dates (0000-00-00, 2024-02-30). null: NULL, and date columns outside of"
                        + " the key are made nullable. error: the row is refused.",
                GROUP,
                ++order,
                Width.SHORT,
                "Zero dates");
        def.define(
                ZERO_DATE_SUBSTITUTE,
                ConfigDef.Type.STRING,
                null,
                ConfigDef.LambdaValidator.with(AdbConfig::checkDate, () -> "a date as yyyy-mm-dd"),
                Importance.LOW,
                "Date to write for a zero date where an existing column takes no NULL. Unset, such a row is refused.",
                GROUP,
                ++order,
                Width.SHORT,
                "Substitute of zero dates");
        def.define(
                FLOAT_DECIMALS,
                ConfigDef.Type.INT,
                ValueRules.ALL_OF_FLOAT,
                Range.between(0, ValueRules.ALL_OF_FLOAT),
                Importance.LOW,
                "Decimals to which FLOAT values are rounded. 38 rounds nothing.",
                GROUP,
                ++order,
                Width.SHORT,
                "Decimals of FLOAT");
        def.define(
                DOUBLE_DECIMALS,
                ConfigDef.Type.INT,
                ValueRules.ALL_OF_DOUBLE,
                Range.between(0, ValueRules.ALL_OF_DOUBLE),
                Importance.LOW,
                "Decimals to which DOUBLE values are rounded. 308 rounds nothing.",
                GROUP,
                ++order,
                Width.SHORT,
                "Decimals of DOUBLE");
        def.define(
                WRITE_ROWS,
                ConfigDef.Type.INT,
                Limits.DEFAULT.rows(),
                Range.between(1, 100_000),
                Importance.LOW,
                "Most rows of one statement. AnalyticDB is fastest above 1000.",
                GROUP,
                ++order,
                Width.SHORT,
                "Rows per statement");
        def.define(
                WRITE_BYTES,
                ConfigDef.Type.INT,
                Limits.DEFAULT.bytes(),
                Range.between(64 << 10, 15 << 20),
                Importance.LOW,
                "Most bytes of one statement; a single larger row goes alone. AnalyticDB takes less than 16 MB.",
                GROUP,
                ++order,
                Width.SHORT,
                "Bytes per statement");
        def.define(
                PROBE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether relay precheck and the first start of the connector make a table in checkpoint.database, write a row,"
                        + " read it and drop the table: AnalyticDB tells in no other way what the account may do.",
                GROUP,
                ++order,
                Width.SHORT,
                "Probe");
        return def.define(
                SOCKET_TIMEOUT,
                ConfigDef.Type.INT,
                60,
                Range.between(1, 3_600),
                Importance.LOW,
                "Seconds after which a statement without an answer counts as lost. A start after a crash waits as long, so"
                        + " that nothing of the earlier task arrives late: in a cluster not below 60, which a statement about a"
                        + " table may take. Raise it when statements about rows take longer.",
                GROUP,
                ++order,
                Width.SHORT,
                "Socket timeout (seconds)");
    }

    static TypeRules types(AbstractConfig config) {
        return new TypeRules(
                config.getString(TIME_TYPE).equals("varchar"),
                config.getString(LONG_DECIMAL).equals("varchar"),
                config.getString(ZERO_DATE).equals("null"));
    }

    static ValueRules values(AbstractConfig config) {
        return new ValueRules(
                odd(config.getString(ZERO_DATE)),
                config.getString(ZERO_DATE_SUBSTITUTE),
                odd(config.getString(TIME_OUT_OF_RANGE)),
                config.getInt(FLOAT_DECIMALS),
                config.getInt(DOUBLE_DECIMALS));
    }

    private static Odd odd(String setting) {
        return Odd.valueOf(setting.toUpperCase(Locale.ROOT));
    }

    private static void checkDate(String name, Object value) {
        if (value instanceof String date && !date.matches("[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])")) {
            throw new ConfigException(name + " must be a date as yyyy-mm-dd");
        }
    }
}
