package io.mysqlrelay.testkit.adb.model;

import java.util.List;
import java.util.Set;

/**
 * The tables of {@code information_schema} as AnalyticDB has them, as views of a database that the stand-in keeps in
 * the backing server: {@code columns}, {@code tables}, {@code statistics}, {@code schemata}, {@code processlist} and
 * {@code kepler_meta_tables} (table_schema, table_name, distribute_type, distribute_column, partition_column,
 * partition_type, primarykey_columns, partition_count).
 */
public final class MetadataViews {
    /** A name that no AnalyticDB database can have. */
    public static final String DATABASE = "__adb_stand_in";

    public static final String DATABASE_UPPER = "__ADB_STAND_IN";
    public static final String QUOTED = "`" + DATABASE + "`";

    public static final Set<String> NAMES =
            Set.of("TABLES", "COLUMNS", "STATISTICS", "SCHEMATA", "PROCESSLIST", "KEPLER_META_TABLES");

    /** The backing server's own tables that may be read as they are. */
    public static final Set<String> NATIVE = Set.of("VIEWS", "PARTITIONS");

    /** Who is connected to the cluster, and to the node of the asking session alone: sessions take turns at two nodes. */
    public static final String PROCESSES = "PROCESSLIST";

    public static final String PROCESSES_OF_NODE = "PROCESSLIST_OF_NODE";

    private static final int NODES = 2;

    /** Numbers of sessions that no node shows. */
    public static final String UNSEEN = QUOTED + ".unseen";

    /** "ProcessId: the unique task ID", another number than the session's. */
    private static final long FIRST_PROCESS = 2_020_051_513_063_700_000L;

    private static final String HIDDEN =
            "('mysql', 'sys', 'performance_schema', 'information_schema', '" + DATABASE + "')";
    private static final String OURS = "LEFT(t.table_comment, 8) = '" + TableProperties.MARK + "'";
    private static final String TYPE = "CASE WHEN c.column_type = 'tinyint(1)' THEN 'boolean'"
            + " WHEN c.data_type IN ('longtext', 'varchar') THEN 'varchar'"
            + " WHEN c.data_type IN ('longblob', 'varbinary') THEN 'binary'"
            + " %s ELSE c.data_type END";
    /** The default of a text is an expression, whose quotes and backslashes are escaped twice. */
    private static final String DEFAULT =
            "CASE WHEN c.column_default LIKE 'CURRENT_TIMESTAMP%' THEN 'CURRENT_TIMESTAMP'"
                    + " WHEN LEFT(c.column_default, 10) = '_utf8mb4\\\\\\'' THEN "
                    + unescaped(unescaped("SUBSTRING(c.column_default, 11, CHAR_LENGTH(c.column_default) - 12)"))
                    + " WHEN c.column_default LIKE 'convert(0x% using utf8mb4)' THEN CONVERT(UNHEX("
                    + "SUBSTRING(c.column_default, 11, CHAR_LENGTH(c.column_default) - 25)) USING utf8mb4)"
                    + " ELSE c.column_default END";

    private MetadataViews() {}

    /** @return the number of the session whose ProcessId it is */
    public static long session(String processId) {
        try {
            return Long.parseLong(processId) - FIRST_PROCESS;
        } catch (NumberFormatException e) {
            throw AdbError.refused("process not exist => " + processId);
        }
    }

    /** @return on which front-end node a session is */
    public static long node(long session) {
        return session % NODES;
    }

    /** @param user account of the sessions that are the stand-in's */
    public static List<String> statements(String user) {
        return List.of(
                "CREATE DATABASE IF NOT EXISTS " + QUOTED,
                view("TABLES", tables()),
                view("COLUMNS", columns()),
                view("STATISTICS", statistics()),
                view("SCHEMATA", schemata()),
                "CREATE TABLE IF NOT EXISTS " + UNSEEN + " (id BIGINT PRIMARY KEY)",
                "DELETE FROM " + UNSEEN,
                view(PROCESSES, processes(user)),
                view(PROCESSES_OF_NODE, processes(user) + " AND p.id % " + NODES + " = CONNECTION_ID() % " + NODES),
                view("KEPLER_META_TABLES", kepler()));
    }

    private static String view(String name, String select) {
        return "CREATE OR REPLACE VIEW " + QUOTED + "." + name + " AS " + select;
    }

    private static String tables() {
        return "SELECT t.table_catalog AS TABLE_CATALOG, t.table_schema AS TABLE_SCHEMA, t.table_name AS TABLE_NAME,"
                + " t.table_type AS TABLE_TYPE, IF(" + OURS + ", 'XUANWU', NULL) AS ENGINE, t.table_rows AS TABLE_ROWS,"
                + " t.data_length AS DATA_LENGTH, t.index_length AS INDEX_LENGTH, t.create_time AS CREATE_TIME,"
                + " t.update_time AS UPDATE_TIME, 'utf8_general_ci' AS TABLE_COLLATION,"
                + " IF(" + OURS + ", " + property("comment") + ", t.table_comment) AS TABLE_COMMENT"
                + " FROM information_schema.tables t WHERE t.table_schema NOT IN " + HIDDEN;
    }

    private static String columns() {
        String full = TYPE.formatted("WHEN c.data_type = 'decimal' THEN REPLACE(c.column_type, ',', ', ')");
        return "SELECT c.table_catalog AS TABLE_CATALOG, c.table_schema AS TABLE_SCHEMA, c.table_name AS TABLE_NAME,"
                + " c.column_name AS COLUMN_NAME, c.ordinal_position AS ORDINAL_POSITION, " + DEFAULT
                + " AS COLUMN_DEFAULT, CONVERT(c.is_nullable USING utf8mb3) AS IS_NULLABLE, " + TYPE.formatted("")
                + " AS DATA_TYPE,"
                + " NULL AS CHARACTER_MAXIMUM_LENGTH, NULL AS CHARACTER_OCTET_LENGTH,"
                + " c.numeric_precision AS NUMERIC_PRECISION, c.numeric_scale AS NUMERIC_SCALE,"
                + " c.datetime_precision AS DATETIME_PRECISION,"
                + " IF(c.character_set_name IS NULL, NULL, 'utf8') AS CHARACTER_SET_NAME,"
                + " IF(c.collation_name IS NULL, NULL, 'utf8_general_ci') AS COLLATION_NAME, " + full
                + " AS COLUMN_TYPE, IF(c.column_key = 'PRI', 'PRI', '') AS COLUMN_KEY,"
                + " CONVERT(IF(c.extra LIKE '%auto_increment%', 'auto_increment', '') USING utf8mb3) AS EXTRA,"
                + " 'select,insert,update,references' AS `PRIVILEGES`, c.column_comment AS COLUMN_COMMENT,"
                + " '' AS GENERATION_EXPRESSION"
                + " FROM information_schema.columns c WHERE c.table_schema NOT IN " + HIDDEN;
    }

    /** "Hidden from {@code SELECT *} but shown by SHOW CREATE TABLE and JDBC {@code getPrimaryKeys}". */
    private static String statistics() {
        return "SELECT s.table_catalog AS TABLE_CATALOG, s.table_schema AS TABLE_SCHEMA, s.table_name AS TABLE_NAME,"
                + " 0 AS NON_UNIQUE, s.index_schema AS INDEX_SCHEMA, s.index_name AS INDEX_NAME,"
                + " s.seq_in_index AS SEQ_IN_INDEX, s.column_name AS COLUMN_NAME, s.collation AS `COLLATION`,"
                + " s.cardinality AS CARDINALITY, s.sub_part AS SUB_PART, s.packed AS PACKED, s.nullable AS NULLABLE,"
                + " s.index_type AS INDEX_TYPE, s.comment AS COMMENT, s.index_comment AS INDEX_COMMENT"
                + " FROM information_schema.statistics s WHERE s.index_name = 'PRIMARY' AND s.table_schema NOT IN "
                + HIDDEN + " UNION ALL SELECT t.table_catalog, t.table_schema, t.table_name, 0, t.table_schema,"
                + " 'PRIMARY', 1, '" + TableFacts.AUTO_ID + "', 'A', NULL, NULL, NULL, '', 'BTREE', '', ''"
                + " FROM information_schema.tables t WHERE " + OURS + " AND " + property("hash") + " = '"
                + TableFacts.AUTO_ID + "'";
    }

    private static String schemata() {
        return "SELECT catalog_name AS CATALOG_NAME, schema_name AS SCHEMA_NAME, 'utf8' AS DEFAULT_CHARACTER_SET_NAME,"
                + " 'utf8_general_ci' AS DEFAULT_COLLATION_NAME, NULL AS SQL_PATH FROM information_schema.schemata"
                + " WHERE schema_name = 'information_schema' OR schema_name NOT IN " + HIDDEN;
    }

    private static String processes(String user) {
        return "SELECT p.id AS ID, p.id + " + FIRST_PROCESS
                + " AS PROCESS_ID, p.user AS USER, p.host AS HOST, p.db AS DB, p.command AS COMMAND, p.time AS TIME,"
                + " p.state AS STATE, p.info AS INFO FROM information_schema.processlist p WHERE p.user = '" + user
                + "' AND p.id NOT IN (SELECT u.id FROM " + UNSEEN + " u)";
    }

    private static String kepler() {
        return "SELECT t.table_schema AS table_schema, t.table_name AS table_name,"
                + " IF(" + property("hash") + " = '', 'BROADCAST', 'HASH') AS distribute_type, "
                + property("hash") + " AS distribute_column, " + property("partition") + " AS partition_column,"
                + " IF(" + property("partition") + " = '', '', 'VALUE') AS partition_type,"
                + " COALESCE((SELECT GROUP_CONCAT(s.column_name ORDER BY s.seq_in_index)"
                + " FROM information_schema.statistics s WHERE s.table_schema = t.table_schema"
                + " AND s.table_name = t.table_name AND s.index_name = 'PRIMARY'), '" + TableFacts.AUTO_ID
                + "') AS primarykey_columns, 0 AS partition_count FROM information_schema.tables t WHERE " + OURS;
    }

    private static String unescaped(String text) {
        return "REPLACE(REPLACE(" + text + ", '\\\\\\\\', '\\\\'), '\\\\\\'', '\\'')";
    }

    private static String property(String name) {
        return "JSON_UNQUOTE(JSON_EXTRACT(IF(" + OURS + ", t.table_comment, '{}'), '$." + name + "'))";
    }
}
