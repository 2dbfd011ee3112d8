package io.mysqlrelay.core.precheck;

import static io.mysqlrelay.core.precheck.Severity.ALERT;
import static io.mysqlrelay.core.precheck.Severity.ERROR;
import static io.mysqlrelay.core.precheck.Severity.NOTE;

import java.util.Arrays;

/**
 * The catalogue of checks. Ids are stable: users write them into {@code precheck.ignore}. After a change:
 * {@code mvn -pl core test -Dtest=PrecheckPageTest -Ddocs.update}.
 */
public enum CheckKind {
    CONNECTION(
            "P01",
            "connection",
            ERROR,
            "Each server is reached with exactly the settings that the connector will use, encryption included.",
            "Nothing can be migrated without.",
            "Correct the setting that the message names."),
    VERSION(
            "P02",
            "server version",
            ERROR,
            "The source is MySQL 5.7 to 9.x; the target 8.0.11 or newer and not older, or AnalyticDB 3.0.",
            "Other servers log and store differently; an older target may refuse statements of the source (an alert).",
            "Upgrade the server, or use the connector that is for it."),
    SOURCE_PRIVILEGES(
            "P03",
            "source privileges",
            ERROR,
            "The account may read captured objects, binlog and position, by roles too; named databases exist.",
            "What it may not see stays behind, silently if triggers, events, routines (an alert).",
            "Run the GRANT statements of the message on the source."),
    TARGET_PRIVILEGES(
            "P04",
            "target privileges",
            ERROR,
            "The account may create, change and write the migrated databases and the relay's own; with the source known,"
                    + " also its views, routines, triggers and events. In AnalyticDB also by a table that is made, written"
                    + " and dropped in the relay's own database (precheck.probe).",
            "The first statement that is refused would stop the migration.",
            "Run the GRANT statements of the message on the target."),
    BINLOG_ON(
            "P05",
            "binlog on",
            ERROR,
            "log_bin is ON.",
            "Without binlog neither changes nor the position of the load are known.",
            "Put log_bin=binlog and server_id=1 into the server's configuration and restart it."),
    BINLOG_FORMAT(
            "P06",
            "binlog format",
            ERROR,
            "binlog_format is ROW, in the sessions that can be seen too.",
            "A statement gives other rows elsewhere; the source stops at the first one that changes rows.",
            "SET GLOBAL binlog_format = 'ROW', also in the configuration; let applications reconnect."),
    ROW_IMAGE(
            "P07",
            "binlog row image",
            ERROR,
            "binlog_row_image is FULL, in the sessions that can be seen too.",
            "Otherwise the binlog leaves out columns, and the source stops.",
            "SET GLOBAL binlog_row_image = 'FULL', also in the configuration; let applications reconnect."),
    PARTIAL_JSON(
            "P08",
            "binlog of JSON values",
            ERROR,
            "binlog_row_value_options has no PARTIAL_JSON, in the sessions that can be seen too.",
            "Otherwise the binlog holds parts of JSON values, and the source stops.",
            "SET GLOBAL binlog_row_value_options = '', also in the configuration; let applications reconnect."),
    COMPRESSION(
            "P09",
            "binlog compression",
            NOTE,
            "binlog_transaction_compression.",
            "Compressed transactions are read like others; unpacking costs the worker processor time.",
            "Nothing."),
    SERVER_ID(
            "P10",
            "source server id",
            ERROR,
            "The source has a server_id of at least 1, and neither it nor a replica has the connector's.",
            "A server without id sends no binlog, and of two readers with one id the server ends the older.",
            "Set server_id on the source, or database.server.id of the connector."),
    REPLICA_UPDATES(
            "P11",
            "updates of a replica",
            ERROR,
            "A source that is a replica, as both are of a dual primary, has log_replica_updates=ON (log_slave_updates).",
            "Otherwise changes that it replicates are not in its binlog and never reach the target.",
            "Put log_replica_updates=ON (before 8.0.26: log_slave_updates=ON) into the configuration and restart."),
    RETENTION(
            "P12",
            "binlog retention",
            ERROR,
            "The binlog is kept at least 3 days; 7 are recommended, fewer are an alert.",
            "A migration that cannot go on before the binlog is removed must begin again.",
            "SET GLOBAL binlog_expire_logs_seconds = 604800 (5.7: expire_logs_days = 7), also in the configuration."),
    START_POSITION(
            "P13",
            "binlog files",
            ERROR,
            "The start position of the settings, if one is given, is still in the source's binlog.",
            "Changes between it and the first file that is left would be missing.",
            "Choose a later start, or migrate the existing rows too (migration.types=schema,full,incremental)."),
    GTID(
            "P14",
            "GTID mode",
            ERROR,
            "gtid_mode is ON. OFF is an alert, what is between both an error.",
            "Without GTIDs a position means nothing on another server, so the source cannot fail over to a replica.",
            "Bring the server to gtid_mode=ON as in the MySQL manual, \"Changing GTID Mode on Online Servers\"."),
    READ_ONLY(
            "P15",
            "read-only server",
            ERROR,
            "The target is writable. A read-only source has a binlog.",
            "A read-only instance without binlog cannot be followed, and nothing can be written to a read-only target.",
            "Use the primary, or another replica, or set read_only and super_read_only off."),
    KEYLESS(
            "P16",
            "tables without key",
            ALERT,
            "Captured tables have a primary key, or a unique key whose columns are whole and NOT NULL.",
            "Each change of a row searches the whole target table; the load takes a read lock of a moment.",
            "ALTER TABLE ... ADD PRIMARY KEY, on the source."),
    INVISIBLE(
            "P17",
            "invisible columns",
            NOTE,
            "Invisible columns and generated invisible primary keys of captured tables.",
            "They are migrated like others, and are invisible in the target too.",
            "Nothing."),
    HIDDEN_KEY(
            "P18",
            "hidden row ids",
            ALERT,
            "The source does not give tables without key a hidden one (implicit_primary_key of RDS MySQL).",
            "The binlog then holds a column that the table's definition lacks, and the source stops at its first change.",
            "Give the tables a primary key, or switch implicit_primary_key off before they are created."),
    TARGET_COLUMNS(
            "P19",
            "generated columns in the target",
            ERROR,
            "A column of an existing table is generated as in the source, or in neither. Invisible ones are fine.",
            "Values cannot be written into a generated column.",
            "Make the target's column like the source's."),
    ENGINES(
            "P20",
            "storage engines",
            ERROR,
            "Captured tables are InnoDB. FEDERATED and MERGE are errors, MyISAM, MEMORY and others an alert.",
            "What other tables hold for FEDERATED and MERGE is not in their binlog; of tables without transactions no"
                    + " consistent snapshot can be taken, and MEMORY loses its rows in a restart, unseen.",
            "ALTER TABLE ... ENGINE=InnoDB, or leave the table out (table.exclude.list)."),
    PARENTS(
            "P21",
            "constraint integrity",
            ERROR,
            "Parents of captured tables are captured.",
            "Otherwise the constraint fails in the target for what is written there later (an alert); when it has actions,"
                    + " the source stops, because changes by the parent would be lost.",
            "Capture the parent too, or drop the foreign key."),
    ACTIONS(
            "P22",
            "foreign keys with actions",
            ERROR,
            "Foreign keys with actions (a note). AnalyticDB: none, or adb.referential.actions=ignore (an alert).",
            "The binlog lacks what they do. A MySQL target does it again, by one session; AnalyticDB cannot.",
            "MySQL: nothing. AnalyticDB: ON DELETE RESTRICT ON UPDATE RESTRICT, or leave the table out."),
    TRIGGERS(
            "P23",
            "triggers",
            ALERT,
            "Triggers of captured tables (a note), and other triggers on the same tables of the target (an alert).",
            "Copied triggers do not fire for the relay's writes; those that the target had before do.",
            "Drop the target's own triggers until the cut-over."),
    SAME_NAME(
            "P24",
            "same-name objects",
            ERROR,
            "Tables and views of the migration are not in the target already, or target.existing.tables=proceed (then an"
                    + " alert); without schema in migration.types they are, and empty when they are to be loaded.",
            "Rows of another origin would be mixed with the migration's.",
            "Drop or rename the target's object, or choose what the message offers."),
    NAMES(
            "P25",
            "names",
            ERROR,
            "New databases have names that RDS takes (else a note); all names are allowed in AnalyticDB (else an error).",
            "RDS consoles refuse other names, servers do not. AnalyticDB does.",
            "RDS: nothing where SQL creates the databases. AnalyticDB: rename the object, or leave it out."),
    COLUMNS(
            "P26",
            "column compatibility",
            ERROR,
            "Without schema in migration.types, and for existing tables: every column of the source is in the target's"
                    + " table and holds the source's values; no other column of the target wants a value.",
            "A value that does not fit stops the sink.",
            "Run the ALTER TABLE of the message on the target."),
    COLLATIONS(
            "P27",
            "character sets and collations",
            ERROR,
            "Collations of what is captured exist in the target; the servers' defaults are equal (else a note).",
            "CREATE TABLE would fail.",
            "Change the collation on the source, or use a newer target."),
    NAME_CASE(
            "P28",
            "case of names",
            ERROR,
            "It is the same on both sides (else an alert); no two names differ in case only where that matters.",
            "Two tables would become one.",
            "Rename one of the tables, or set up the target with lower_case_table_names of the source."),
    SQL_MODE(
            "P29",
            "SQL mode",
            NOTE,
            "The global sql_mode is the same on both sides.",
            "The copy does not depend on it: statements run in the mode that they had. Applications do, later.",
            "SET GLOBAL sql_mode of the source in the target's configuration."),
    TIME_ZONE(
            "P30",
            "time zone",
            ALERT,
            "The target knows the source's time zone; zone and explicit_defaults_for_timestamp are equal (a note).",
            "A statement that was made in a named zone stops at a target that does not know it.",
            "mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql mysql, on the target's machine."),
    PACKETS(
            "P31",
            "packet size",
            ALERT,
            "The target's is not smaller than the source's. AnalyticDB: columns that may be larger than it takes.",
            "A row that the source took may not fit into the target.",
            "SET GLOBAL max_allowed_packet on the target, also in its configuration."),
    INDEX_LENGTH(
            "P32",
            "index length",
            ALERT,
            "Assessment: no index is longer than the target allows (3072 bytes, 767 for COMPACT rows).",
            "CREATE TABLE would fail.",
            "Shorten the index, or ALTER TABLE ... ROW_FORMAT=DYNAMIC."),
    DEPENDENCIES(
            "P33",
            "dependent objects",
            NOTE,
            "Assessment: bodies of views, routines, triggers and events name no database that is not migrated; objects of"
                    + " other definers. AnalyticDB: those that are not carried over.",
            "They cannot work in the target before what they name is there. Copies belong to the target account.",
            "Migrate the databases too, or change the objects after the cut-over."),
    SPACE(
            "P34",
            "free space",
            NOTE,
            "Size of the captured tables.",
            "Targets do not tell how much space is left; a full disk stops the migration until there is more.",
            "Compare the size with the free space of the target, with a fifth more for binlog and fragmentation."),
    RUNNING_WORK(
            "P35",
            "work in progress",
            ALERT,
            "No transaction is open for more than ten minutes, no XA transaction is prepared, and no online change of a"
                    + " table (gh-ost, pt-online-schema-change, DMS) is under way.",
            "Long transactions delay the start, a prepared XA transaction prevents it, shadow tables are migrated.",
            "Let it end, or end it, before the migration starts."),
    HEARTBEAT(
            "P36",
            "heartbeat statement",
            ALERT,
            "The source's account may run heartbeat.action.query, if there is one. It is prepared, not executed.",
            "A heartbeat that fails does not move an idle binlog.",
            "Grant what the message says is missing, or correct the statement."),
    SESSIONS(
            "P37",
            "connection number",
            ALERT,
            "Both servers have sessions left for the relay.",
            "A server without free sessions refuses the relay's, and an application's too.",
            "SET GLOBAL max_connections higher, also in the configuration, or MAX_USER_CONNECTIONS of the account."),
    INDEXES(
            "P38",
            "indexes and constraints",
            ALERT,
            "MySQL has the source's full-text parsers. AnalyticDB: what it has not of keys and constraints (a note).",
            "CREATE TABLE ... WITH PARSER would fail. AnalyticDB indexes every column by itself and enforces nothing.",
            "INSTALL PLUGIN on a MySQL target."),
    ADB_KEYS(
            "P39",
            "keys of AnalyticDB",
            ERROR,
            "AnalyticDB: each key tells rows apart, and holds distribution and partition; adb.tables fits.",
            "AnalyticDB refuses the table, or takes two rows for one. A primary key can never be changed.",
            "adb.tables.<alias>.primary.key, .distribution.key, .partition.key, .column.types."),
    ADB_TYPES(
            "P40",
            "types of AnalyticDB",
            ERROR,
            "AnalyticDB: every column has a type there; what values lose or change by it is listed.",
            "A column without a type stops the sink; lost values are an alert, other forms a note.",
            "adb.tables.<alias>.column.types, or the setting of the message."),
    ADB_KEYLESS(
            "P41",
            "tables without key in AnalyticDB",
            ERROR,
            "AnalyticDB: tables without key, which get columns of the relay; with adb.keyless.mode=refuse an error.",
            "Each change of a row searches for it by its values.",
            "ALTER TABLE ... ADD PRIMARY KEY on the source, or adb.tables.<alias>.primary.key."),
    SETTINGS(
            "P42",
            "settings",
            ERROR,
            "Settings are complete and agree; retry.other.minutes is smaller than retry.connection.minutes.",
            "A connector does not start with others.",
            "Correct the setting that the message names."),
    ENCRYPTED(
            "P46",
            "always-encrypted database",
            ERROR,
            "EncDB is not switched on, when existing rows are to be loaded.",
            "Its values are readable for its own clients only.",
            "Migrate changes only, or switch it off."),
    TOPICS(
            "P47",
            "Kafka and its topics",
            ERROR,
            "Kafka answers; topics have one partition, keep records and take large ones (else an alert).",
            "Changes would be reordered or lost.",
            "Run the command of the message, or let the connector create the topics."),
    SESSION_VARIABLES(
            "P49",
            "session variables",
            ALERT,
            "The target's account may set explicit_defaults_for_timestamp, auto_increment_increment and"
                    + " default_collation_for_utf8mb4 for its session, as far as the source has other values than the"
                    + " target.",
            "A statement that would give another table without them stops (RELAY-4042).",
            "GRANT SESSION_VARIABLES_ADMIN ON *.* on the target (before 8.0.14: SYSTEM_VARIABLES_ADMIN)."),
    FUNCTION_CREATORS(
            "P50",
            "creators of functions",
            ALERT,
            "A target with binlog trusts the account to create functions and triggers.",
            "The first function or trigger stops the sink (RELAY-4043).",
            "SET GLOBAL log_bin_trust_function_creators = 1 on the target, also in its configuration.");

    private final String id;
    private final String label;
    private final Severity worst;
    private final String what;
    private final String why;
    private final String fix;

    CheckKind(String id, String label, Severity worst, String what, String why, String fix) {
        this.id = id;
        this.label = label;
        this.worst = worst;
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /** @throws IllegalArgumentException if no check has the id */
    public static CheckKind of(String id) {
        return Arrays.stream(values())
                .filter(k -> k.id.equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no check " + id.strip()));
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** The most that a failure can be. */
    public Severity worst() {
        return worst;
    }

    /** What is looked at. */
    public String what() {
        return what;
    }

    /** What happens otherwise. */
    public String why() {
        return why;
    }

    /** What ends it, in general; a finding has the exact statement. */
    public String fix() {
        return fix;
    }
}
