package io.mysqlrelay.core.error;

/**
 * Every error a user can meet, with the step that ends it. Ids are stable: they are documented in {@code docs/errors.md}
 * and searched for at night. 1xxx configuration, 2xxx source, 3xxx stream, 4xxx target, 5xxx the machine that runs
 * embedded servers. After a change: {@code mvn -pl core test -Dtest=ErrorPageTest -Ddocs.update}.
 */
public enum ErrorCode {
    SETTINGS_INVALID(
            "RELAY-1001", "the connector's settings are not valid", "correct the settings named in the message"),
    ONE_TASK(
            "RELAY-1201",
            "a sink has exactly one task, because one migration is one ordered stream",
            "set tasks.max to 1; the sink finds its parallelism inside the task"),
    ONE_TOPIC(
            "RELAY-1202",
            "a sink reads exactly one change topic",
            "set topics to the one change topic <topic.prefix>.changes, and use one sink connector per migration"),
    RETRY_WINDOWS(
            "RELAY-1203",
            "the retry window for other errors must be smaller than the one for connections",
            "lower retry.other.minutes or raise retry.connection.minutes"),
    SOURCE_NOT_READY(
            "RELAY-2001",
            "the source server cannot be migrated as it is set up",
            "do what the message says for each finding, then restart the connector"),
    BINLOG_OFF("RELAY-2101", "the source server writes no binlog", "start the source server with log_bin"),
    POSITION_NOT_READABLE(
            "RELAY-2102",
            "the source account may not see the binlog's position",
            "GRANT REPLICATION CLIENT ON *.* to the source account"),
    COLUMN_TYPE_UNKNOWN(
            "RELAY-2103",
            "a captured column has a type whose values cannot be carried",
            "exclude the table, or change the column to a type listed in the documentation's type table"),
    VALUE_MALFORMED(
            "RELAY-2104",
            "a stored value is not valid for its column's type",
            "find the row on the source and correct the column's value, then start again"),
    TABLE_NOT_READABLE(
            "RELAY-2105",
            "a captured table does not exist, or the source account may not see it",
            "GRANT SELECT, LOCK TABLES on the captured databases to the source account, or exclude the table"),
    REFERENTIAL_ACTION(
            "RELAY-2106",
            "a foreign key changes rows of a captured table by itself (CASCADE, SET NULL) when its parent changes, and the parent is not captured",
            "capture the parent table too, or recreate the foreign key with ON DELETE RESTRICT ON UPDATE RESTRICT, or exclude its table"),
    TABLE_LOCK_DENIED(
            "RELAY-2107",
            "a table without a key, with foreign keys that act, or changed during the full load needs a read lock of a moment, which the source account may not take",
            "GRANT LOCK TABLES, SELECT on the table's database to the source account, or add a primary key to the table"),
    TABLE_LOCK_BUSY(
            "RELAY-2108",
            "a table without a key, or with foreign keys that act, needs a read lock of a moment, and long transactions kept it from us",
            "end the long transactions and statements on the table, then start again, or add a primary key to the table"),
    TABLE_CHANGED(
            "RELAY-2109",
            "a table's structure changed while its rows were read",
            "start the connector again when the change of the table is done"),
    RESUME_TOKEN_INVALID(
            "RELAY-2110",
            "the stored place in a table does not fit the table's key",
            "delete the connector's offsets and start the full load again"),
    OBJECT_NOT_READABLE(
            "RELAY-2111",
            "the source account may not read the definition of a view, routine, trigger or event",
            "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON *.* to the source account; from MySQL 8.0.20 on SHOW_ROUTINE too"),
    STATEMENT_DML(
            "RELAY-2201",
            "a statement changed rows of a captured table without row images in the binlog",
            "set binlog_format=ROW for every session of the source, then begin the migration again"),
    ROW_IMAGE_PARTIAL(
            "RELAY-2202",
            "a row change in the binlog does not hold the whole row",
            "set binlog_row_image=FULL and binlog_row_value_options='' for every session, then begin the migration again"),
    BINLOG_INCIDENT(
            "RELAY-2203",
            "the source reports that its binlog may lack changes",
            "find the incident in the source's error log, then begin the migration again"),
    TABLE_MODEL_DIFFERS(
            "RELAY-2204",
            "the known structure of a captured table is not the one of its row changes, and the source has another one by now",
            "begin the migration again, with a new topic.prefix, so that the structure is read anew"),
    STATEMENT_NOT_UNDERSTOOD(
            "RELAY-2205",
            "a statement changes a captured table in a way that cannot be followed",
            "begin the migration again, with a new topic.prefix, so that the structure is read anew"),
    XA_PREPARED(
            "RELAY-2206",
            "an XA transaction is prepared at the start of the migration, so its changes are neither in the rows nor behind the start",
            "finish all XA transactions (XA RECOVER lists them), then start again"),
    ROLLBACK_AFTER_CHANGES(
            "RELAY-2207",
            "a transaction with changes of captured tables was rolled back in the binlog",
            "do not mix transactional and other engines in one transaction, then begin the migration again"),
    DDL_DURING_LOAD(
            "RELAY-2208",
            "the structure of a captured table changed while definitions or existing rows were read",
            "begin the migration again, and hold structural changes back until changes are applied"),
    DDL_BEFORE_START(
            "RELAY-2209",
            "the structure of a captured table changed after the given start position",
            "start from a position behind that change"),
    BINLOG_PURGED(
            "RELAY-2210",
            "the source has removed binlog that was not read yet",
            "begin the migration again, and let the source keep its binlog longer (binlog_expire_logs_seconds)"),
    GTID_MODE_MIXED(
            "RELAY-2211", "the source is between running with and without GTIDs", "set gtid_mode to ON or to OFF"),
    SOURCE_BEHIND(
            "RELAY-2212",
            "the source lacks transactions that were already read from it",
            "connect to a server that has them, or begin the migration again"),
    SCHEMA_HISTORY_LOST(
            "RELAY-2213",
            "the topic with the history of table structures is missing or empty",
            "restore the topic, or begin the migration again with a new topic.prefix"),
    RECORD_TOO_LARGE(
            "RELAY-3105",
            "a row is larger than the records that the source's producer may send",
            "set producer.override.max.request.size and producer.override.buffer.memory of the source connector to more than the size in the message, give the change topic the same max.message.bytes (above 100 MB the brokers need a larger socket.request.max.bytes), and restart the task"),
    START_POSITION_INVALID(
            "RELAY-2214",
            "the given start position cannot be used",
            "set start.binlog.file and start.binlog.position to a place where a transaction begins, or start.gtid.set on a source with GTIDs"),
    BINLOG_UNREADABLE(
            "RELAY-2215",
            "an event of the binlog could not be read",
            "look at the event with mysqlbinlog, exclude its table or report the event, then start again"),
    BINLOG_REFUSED(
            "RELAY-2216",
            "the source refuses to send its binlog",
            "GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* to the source account, and give every reader its own database.server.id"),
    POSITION_NOT_EXACT(
            "RELAY-2217",
            "no exact start position can be taken from a source without GTIDs",
            "GRANT LOCK TABLES on the captured databases to the source account, or set gtid_mode=ON"),
    FOREIGN_RECORD(
            "RELAY-3001",
            "a record on the change topic was not written by the relay source",
            "let only the relay source write to the change topic, and remove transforms that drop or rewrite its records"),
    SCHEMALESS_RECORD(
            "RELAY-3002",
            "a record reached the sink without its schema, so that its types are lost",
            "give source and sink the same converters, and set value.converter.schemas.enable=true for JsonConverter"),
    RECORD_UNREADABLE(
            "RELAY-3003",
            "the bytes of a record are not of a form that CompactConverter reads",
            "give source and sink the same converters (docs/runbook.md tells how to change them), a sink that is not older than the source, and let nothing else write to the change topic"),
    VALUE_UNWRITABLE(
            "RELAY-3004",
            "a record cannot be written by CompactConverter, because its value does not fit its schema or has none",
            "remove transforms that take schemas away or change values, or use another converter on both sides"),
    TOPIC_PARTITIONS(
            "RELAY-3011",
            "one migration is one topic with one partition, because only one partition keeps the source's order",
            "give the sink exactly one change topic, made by the relay source with one partition"),
    TOPIC_REPLACED(
            "RELAY-3012",
            "the change topic is not the one that the target's checkpoint belongs to: it was deleted and made again",
            "start a new migration under another topic.prefix, into a target without the old copy"),
    TOPIC_TRUNCATED(
            "RELAY-3013",
            "records that are not applied yet are gone from the change topic",
            "set retention.ms=-1 and cleanup.policy=delete on change topics, and start a new migration under another topic.prefix"),
    RECORDS_MISSING(
            "RELAY-3014",
            "the change topic does not hold records that the source has sent, and no later start of the source repeats them",
            "restart the source connector; if that does not help, set its offset back to where the records are missing"
                    + " (docs/runbook.md), or begin the migration again with a new topic.prefix"),
    TRANSACTION_TOO_LARGE(
            "RELAY-3018",
            "a transaction of the source is too large to be kept in memory as a whole",
            "raise apply.transaction.bytes, and the worker's heap by several times as much; or set apply.mode=window until"
                    + " it has been applied, in parts"),
    STREAM_ORDER(
            "RELAY-3020",
            "a record came at a point of the migration where it cannot come",
            "let only one relay source write to the change topic, and use the same version for source and sink"),
    SECOND_LOAD(
            "RELAY-3021",
            "the source started a new full load into a target that has left its full load",
            "restore the source connector's offsets, or start a new migration under another topic.prefix into an empty target"),
    MIGRATION_CHANGED(
            "RELAY-3022",
            "the source started again with another start position or other migration types than the migration has",
            "set migration.types back, or start a new migration under another topic.prefix"),
    GTID_MODE_CHANGED(
            "RELAY-3023",
            "the source changed between transactions with and without GTID, so its history cannot be compared",
            "set gtid_mode of the source back, or start a new migration under another topic.prefix"),
    STOCK_PLACE(
            "RELAY-1301",
            "the transform OneTopic is not where the source's order is still known",
            "put it among the transforms of the Debezium MySQL source connector, behind all others, and take it from the sink"),
    STOCK_RECORD(
            "RELAY-3030",
            "a record of the stock connector cannot be put on the change topic, because what it says is not certain",
            "do what the message says, or use the relay's own source connector, which has no such limit"),
    STOCK_VALUE(
            "RELAY-3031",
            "the stock connector is set to write a column in a form in which its value is lost or not known here",
            "give the source connector the setting that the message names, and begin the migration again under a new topic.prefix"),
    STOCK_STATEMENT(
            "RELAY-3032",
            "the stock connector has sent a statement about a view, routine, trigger or event, or one that cannot be read;"
                    + " its text may be cut",
            "carry the object over by hand and set object.statements=skip of the transform; or use the relay's own source"
                    + " connector, which carries them over"),
    STOCK_SNAPSHOT(
            "RELAY-3033",
            "the stock connector has begun its snapshot a second time, or in the middle of the changes",
            "begin the migration again under a new topic.prefix, into a target without the half copy; an interrupted snapshot of"
                    + " the stock connector cannot be continued"),
    LIMIT_KEYLESS(
            "RELAY-3041",
            "a table has neither a primary key nor a unique key over NOT NULL columns, which the limits do not allow",
            "give the table a primary key, exclude it, or set keyless.tables of the transform LimitsGuard"),
    LIMIT_ROW_SIZE(
            "RELAY-3042",
            "a row is larger than the limits allow",
            "exclude the table or make the row smaller, or raise large.rows.bytes of the transform LimitsGuard"),
    LIMIT_STATEMENT(
            "RELAY-3043",
            "a statement is of a kind that the limits do not allow, because the target cannot take it",
            "do to the target by hand what the statement is to do, then set refused.statements=warn of the transform LimitsGuard"
                    + " until it has passed"),
    LIMIT_COMMENT(
            "RELAY-3044",
            "a statement changes comments of a table, which the limits do not allow",
            "set comment.statements=warn of the transform LimitsGuard if the target takes such statements"),
    LIMIT_TABLES(
            "RELAY-3045",
            "the migration has more tables than the limits allow",
            "exclude tables, split the migration, or raise tables.limit of the transform LimitsGuard"),
    KAFKA_UNREACHABLE(
            "RELAY-3101",
            "the Kafka cluster of the migration's topics does not answer or refuses the request",
            "check kafka.bootstrap.servers, the kafka.* security settings and the topics' ACLs"),
    TOPIC_UNFIT(
            "RELAY-3102",
            "a topic of the migration has properties under which changes would be lost or reordered",
            "give the topic the properties named in the message"),
    TOPIC_HAS_NO_BEGIN(
            "RELAY-3103",
            "the change topic holds records but not the beginning of a migration",
            "use another topic.prefix, or delete the topics of this one and start the migration anew"),
    RUN_LOG_LOST(
            "RELAY-3104",
            "the topic of runs is missing its records, so no start of the source can tell what earlier ones wrote",
            "restore the topic, or begin the migration again with a new topic.prefix"),
    TARGET_OUTAGE(
            "RELAY-4080",
            "the target did not come back inside the retry window",
            "bring the target back and restart the task, or raise retry.connection.minutes or retry.other.minutes"),
    CHECKPOINT_MOVED(
            "RELAY-4081",
            "the target's checkpoint was changed by something else than this task",
            "run one sink per change topic and checkpoint database, then restart the task"),
    APPLY_FAILED(
            "RELAY-4082",
            "the sink met an error that it does not know",
            "restart the task, and report the stack trace in the worker's log if it happens again"),
    DEAD_LETTERS(
            "RELAY-4083",
            "records that the target refuses could not be stored in the dead letter queue",
            "look at the topic errors.deadletterqueue.topic.name and its ACLs, and restart the task"),
    EMBEDDED_LIBRARY_MISSING(
            "RELAY-5001",
            "the embedded server cannot start because the machine lacks a shared library",
            "install it, on Debian and Ubuntu with: apt-get install -y libaio1 libnuma1"),
    EMBEDDED_START_FAILED(
            "RELAY-5002",
            "an embedded server did not start",
            "read the server's own words in the detail, free what it lacks (disk, memory, port), and start again"),
    EMBEDDED_PLATFORM(
            "RELAY-5003",
            "no MySQL server is bundled for this machine",
            "install MySQL 8 and set MYSQL_HOME to its folder, the one that holds bin/mysqld"),
    TARGET_UNREACHABLE(
            "RELAY-4001",
            "the target cannot be reached",
            "correct host and port in connection.url, and let the target accept connections from this machine"),
    TARGET_LOGIN(
            "RELAY-4002",
            "the target refuses the account",
            "correct connection.user and connection.password, and let the account log in from this machine"),
    TARGET_PRIVILEGE(
            "RELAY-4003",
            "the account may not do on the target what the migration needs",
            "run the GRANT statement named in the message on the target, or give connection.user all privileges on the migrated databases and on the checkpoint database"),
    TARGET_READ_ONLY(
            "RELAY-4004",
            "the target is read-only",
            "let connection.url point at the writable instance, or set read_only and super_read_only off there"),
    TARGET_TOO_OLD("RELAY-4005", "the target's version is too old", "use a target with MySQL 8.0.11 or newer"),
    TARGET_TLS(
            "RELAY-4006",
            "no encrypted connection to the target can be made as it is demanded",
            "give connection.ssl.truststore.location the authority of the target's certificate, or correct connection.ssl.mode"),
    STATE_LAYOUT(
            "RELAY-4007",
            "the relay's own tables in the target were made by another version",
            "use the version of MySQL Relay that began the migration, or another checkpoint.database"),
    TARGET_NOT_READY(
            "RELAY-4008",
            "a migration cannot begin in the target as it is set up",
            "do what the message says for each finding, then restart the connector"),
    TARGET_ERROR(
            "RELAY-4009",
            "the target answered with an error that a retry does not cure",
            "look the error number up in the MySQL error reference, remove its cause on the target, and restart the task"),
    EXISTING_CHANGED(
            "RELAY-4015",
            "a statement on the source changed, during the full load, a table that was in the target before the migration",
            "change the table in the target in the same way and start a new migration under another topic.prefix, when no"
                    + " statement changes tables on the source"),
    TABLES_EXIST(
            "RELAY-4010",
            "tables of the migration exist in the target already",
            "drop or rename them in the target, or set target.existing.tables=proceed to keep their rows and write into them"),
    TABLES_MISSING(
            "RELAY-4011",
            "tables of the migration are missing in the target and the migration does not create them",
            "create them in the target, or add schema to migration.types of the source connector"),
    TABLES_NOT_EMPTY(
            "RELAY-4012",
            "tables that the full load is to fill hold rows already",
            "empty them in the target, or set target.existing.tables=proceed to keep their rows"),
    KEYLESS_EXISTING(
            "RELAY-4013",
            "an existing table with rows has neither a primary key nor a unique key over NOT NULL columns, or belongs to foreign keys that act, so its rows cannot be told from the migration's",
            "empty the table in the target, or give it a primary key"),
    OBJECT_EXISTS(
            "RELAY-4014",
            "a view, routine, trigger or event of the same name exists in the target",
            "drop it in the target, or set target.existing.tables=proceed to keep it as it is"),
    TAKEN_OVER(
            "RELAY-4020",
            "another task has taken this migration over",
            "nothing to do when the connector was moved; otherwise stop the second sink that reads the same topic"),
    OTHER_OWNER(
            "RELAY-4021",
            "another sink writes this migration into the same target at this moment",
            "stop the other connector, or give this one another topic or another checkpoint.database"),
    OWNER_SESSION(
            "RELAY-4022",
            "a session of an earlier task still holds the migration in the target and cannot be ended",
            "stop the earlier task's worker, or end the session named in the message: with KILL as its own account or with CONNECTION_ADMIN, in AnalyticDB with KILL PROCESS as its own account or with PROCESS"),
    COLUMN_MISSING(
            "RELAY-4030",
            "a column of the source does not exist in the target's table",
            "make the target's table equal to the source's, then restart the task"),
    COLUMN_EXTRA(
            "RELAY-4031",
            "the target's table has a column that the source's table does not have",
            "drop the column in the target, or set target.existing.tables=proceed before the start to allow it"),
    XA_UNKNOWN(
            "RELAY-4038",
            "an XA transaction is committed whose changes were logged before the start of the migration",
            "begin the migration again under a new topic.prefix, at a moment when no XA transaction is prepared"),
    REFERENTIAL_CHANGE(
            "RELAY-4032",
            "the target's foreign keys do not allow a change of a parent row that the source has made",
            "compare the foreign keys of the table and of those that refer to it with the source; drop those that only the target has, or remove the rows that only the target has"),
    ROW_DIVERGED(
            "RELAY-4033",
            "a row that the source changed is not in the target as it was in the source",
            "let nothing but the relay write to the migrated tables, and load the table again"),
    ROW_DUPLICATE(
            "RELAY-4034",
            "a row that the source inserted or changed collides with another row in the target",
            "let nothing but the relay write to the migrated tables, remove the other row, and restart the task"),
    VALUE_CHANGED(
            "RELAY-4035",
            "the target did not store a value as it is",
            "make the column in the target able to hold the source's values (type, length, character set), and restart the task"),
    ROW_REFUSED(
            "RELAY-4036",
            "the target refuses a row",
            "remove the constraint or trigger that refuses it, or make the target's table equal to the source's, and restart the task"),
    ROW_TOO_BIG(
            "RELAY-4037",
            "a row does not fit into the target's max_allowed_packet",
            "raise max_allowed_packet on the target to that of the source (to the double of it if the table has no key: a change names the whole row), and restart the task"),
    DDL_FAILED(
            "RELAY-4040",
            "a statement of the source failed in the target",
            "remove the cause in the target and restart the task: the statement is then tried again; or skip or replace it by a row in ddl_orders (docs/runbook.md)"),
    CREATE_WITH_ROWS(
            "RELAY-4041",
            "a statement would write rows that the binlog does not hold as rows",
            "set binlog_format=ROW on the source, and begin the migration again with a new topic.prefix; or skip or replace the statement by a row in ddl_orders (docs/runbook.md)"),
    SESSION_VARIABLE(
            "RELAY-4042",
            "a session variable that the source's statement needs cannot be set in the target",
            "make the value known to the target (a time zone is loaded with mysql_tzinfo_to_sql), or give connection.user the"
                    + " privilege that the message names, and restart the task"),
    FUNCTION_CREATORS(
            "RELAY-4043",
            "the target writes a binlog and trusts nobody to create functions and triggers",
            "SET GLOBAL log_bin_trust_function_creators = 1 on the target, also in its configuration, and restart the task"),
    OBJECT_PRIVILEGE(
            "RELAY-4044",
            "the target account may not make or drop a view, routine, trigger or event",
            "give it the privileges named in the message, and restart the task"),
    ADB_NAME(
            "RELAY-4060",
            "a name of the source is not allowed in AnalyticDB",
            "exclude the object, or rename it on the source before the migration begins (docs/analyticdb.md lists the rules)"),
    ADB_TYPE(
            "RELAY-4061",
            "a column of the source cannot be represented in AnalyticDB, or not by the type that it has there",
            "set another type for the column with adb.tables.<alias>.column.types, exclude the table, or correct the column in the target"),
    ADB_KEY(
            "RELAY-4062",
            "a table's key cannot be represented in AnalyticDB without taking different rows for one",
            "choose other columns with adb.tables.<alias>.primary.key, or a type that keeps their values with"
                    + " adb.tables.<alias>.column.types, or exclude the table"),
    ADB_KEYLESS(
            "RELAY-4063",
            "a table has neither a primary key nor a unique key over NOT NULL columns",
            "name a key with adb.tables.<alias>.primary.key, set adb.keyless.mode=row_id, or exclude the table"),
    ADB_VALUE(
            "RELAY-4064",
            "a value is outside of what its column in AnalyticDB can hold",
            "choose a rule for such values (adb.zero.date, adb.time.out.of.range) or VARCHAR as the column's type before the"
                    + " migration begins, and load the table again"),
    ADB_TYPE_CHANGE(
            "RELAY-4065",
            "AnalyticDB cannot change a column in place as the source has",
            "do the steps that the message names in the target, then restart the task; or set ddl.type.change.mode=rebuild"),
    ADB_DDL_UNSUPPORTED(
            "RELAY-4066",
            "a statement has no counterpart in AnalyticDB that leaves the same rows",
            "make the table in the target what it is on the source, then let the statement be skipped by a row in ddl_orders"
                    + " (docs/runbook.md), and restart the task"),
    ADB_TABLE(
            "RELAY-4067",
            "the definition that AnalyticDB shows of a table cannot be read, or is not what the migration needs",
            "compare the table in the target with what the message names, correct it, and restart the task"),
    ADB_REFERENTIAL(
            "RELAY-4068",
            "a foreign key changes rows of a table by itself (CASCADE, SET NULL), which neither the binlog holds nor AnalyticDB does",
            "recreate the foreign key on the source with ON DELETE RESTRICT ON UPDATE RESTRICT, exclude the table, or set"
                    + " adb.referential.actions=ignore if such changes do not happen"),
    ADB_GENERATED(
            "RELAY-4069",
            "the full load does not bring the values of generated columns, and AnalyticDB computes none",
            "set full.generated.columns=true in the source connector and load the table again, which takes a new migration"),
    ADB_VIEW(
            "RELAY-4070",
            "a view of the source is left out in AnalyticDB",
            "make the view in AnalyticDB by hand if it is needed; a later statement that defines it anew is tried again"),
    DDL_ORDER(
            "RELAY-4045",
            "what an operator has ordered for a statement cannot be done",
            "correct the row in ddl_orders (docs/runbook.md), or delete it, and restart the task"),
    ;

    private final String id;
    private final String meaning;
    private final String remedy;

    ErrorCode(String id, String meaning, String remedy) {
        this.id = id;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String id() {
        return id;
    }

    /** What has happened, in general; the exception's detail names the things. One sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** One sentence without a full stop, in the imperative. */
    public String remedy() {
        return remedy;
    }
}
