package io.mysqlrelay.core.stream;

/** What a marker record announces. Order and attributes: {@code docs/DESIGN.md}, chapter "Markers". */
public enum MarkerType {
    /** First record of every source run; all records of earlier runs that follow it are void. */
    RUN,
    /** Start position P0 and the chosen migration types; once per migration, repeated after a restart without offsets. */
    BEGIN,
    /** Up to 1,000 names of tables that the migration captures; repeated until all are named. */
    TABLES,
    SCHEMA_BEGIN,
    SCHEMA_END,
    LOAD_BEGIN,
    /** One table's rows follow. For a table read in a snapshot it also voids rows of an earlier, unfinished reading. */
    TABLE_BEGIN,
    TABLE_END,
    /** A statement changed the table during the load: what is there of it is void; definition and rows follow, if it still is. */
    TABLE_AGAIN,
    LOAD_END,
    /** Changes from P0 on follow. */
    INCREMENTAL_BEGIN,
    /** Nothing follows: the migration types did not include incremental. */
    COMPLETED
}
