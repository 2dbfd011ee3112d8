package io.mysqlrelay.core.stream;

/** Names on the wire between source and sinks. They are a contract with stored topics: never change one, add a version. */
public final class StreamNames {
    /** Suffix of the one-partition change topic after {@code topic.prefix}. */
    public static final String CHANGES_SUFFIX = ".changes";
    /** Suffix of the source's own table-model history topic after {@code topic.prefix}. */
    public static final String SCHEMA_HISTORY_SUFFIX = ".schema-history";
    /** Suffix of the source's own topic of its starts after {@code topic.prefix}. */
    public static final String RUNS_SUFFIX = ".runs";

    /** Header of every record; its value is {@link RecordIdentity#encode()}. */
    public static final String IDENTITY_HEADER = "relay.identity";

    /**
     * Second header of a BEGIN marker: its start as {@code SourcePosition#encode()}. Readable whatever converter the
     * values have, so a source that lost its offsets finds the migration's start again. The first change or row of a run
     * that a stock connector's records were made into has it too: where that run begins.
     */
    public static final String BEGIN_HEADER = "relay.begin";

    /**
     * Second header of a row change whose session had {@code foreign_key_checks=0}, with the value {@link
     * #UNCHECKED_FOREIGN_KEYS}: the source's server carried out no referential actions. Absent otherwise.
     */
    public static final String UNCHECKED_HEADER = "relay.unchecked";

    public static final String UNCHECKED_FOREIGN_KEYS = "foreign_keys";

    /**
     * Header of a row change inside an XA transaction: the transaction's name, of format id and the two parts of its XID
     * in hexadecimal digits. The change counts only when a record of schema {@link #XA_SCHEMA} says so.
     */
    public static final String XA_HEADER = "relay.xa";

    /**
     * Header of a row change that is the last record of its transaction, with the value {@link #END_OF_TRANSACTION}. A
     * transaction whose last record is none has ended when a record of another one follows.
     */
    public static final String END_HEADER = "relay.end";

    public static final String END_OF_TRANSACTION = "transaction";

    /**
     * Header of each change but the first of a run that a stock connector's records were made into: {@code
     * ordinal/transaction} of the change that it directly follows. When that one is not in the target, records are
     * missing between the two.
     */
    public static final String BEHIND_HEADER = "relay.behind";

    /**
     * Header of a row change that is not to be applied but handed to whoever collects such rows: code of the error, a
     * blank and its detail.
     */
    public static final String REFUSED_HEADER = "relay.refused";

    /**
     * Headers of a row change with the values of large columns, of which the image holds only an empty one: this prefix,
     * {@link #BEFORE} or {@link #AFTER}, a dot, the number of the column from 0. The value is {@link
     * #SAME_AS_BEFORE}, or an underscore and a piece in base64; several of one name are to be joined.
     */
    public static final String LARGE_HEADER_PREFIX = "relay.value.";

    public static final String BEFORE = "before";
    public static final String AFTER = "after";
    public static final String SAME_AS_BEFORE = "=";

    /** Value schema names of the records that are not row changes. A row change is a Debezium envelope. */
    public static final String DDL_SCHEMA = "io.mysqlrelay.Ddl";

    public static final String XA_SCHEMA = "io.mysqlrelay.Xa";
    public static final String MARKER_SCHEMA = "io.mysqlrelay.Marker";
    public static final String HEARTBEAT_SCHEMA = "io.mysqlrelay.Heartbeat";

    /** Semantic column types for values that Debezium's form would lose. */
    public static final String TEXT = "io.mysqlrelay.data.Text";

    public static final String ENUM = "io.mysqlrelay.data.Enum";
    public static final String SET = "io.mysqlrelay.data.Set";
    public static final String GEOMETRY = "io.mysqlrelay.data.Geometry";
    public static final String DATE = "io.mysqlrelay.time.Date";
    public static final String DATETIME = "io.mysqlrelay.time.DateTime";
    public static final String TIMESTAMP = "io.mysqlrelay.time.Timestamp";

    /** Debezium's own semantic types that the stream keeps. */
    public static final String DEBEZIUM_BITS = "io.debezium.data.Bits";

    public static final String DEBEZIUM_JSON = "io.debezium.data.Json";
    public static final String DEBEZIUM_MICRO_TIME = "io.debezium.time.MicroTime";
    public static final String DEBEZIUM_YEAR = "io.debezium.time.Year";

    /** Schema parameter of {@link #TEXT}: the MySQL character set whose bytes travel. */
    public static final String PARAM_CHARSET = "charset";
    /** Schema parameter of {@link #ENUM} and {@link #SET}: the members as a JSON array, in order of definition. */
    public static final String PARAM_MEMBERS = "members";

    private StreamNames() {}
}
