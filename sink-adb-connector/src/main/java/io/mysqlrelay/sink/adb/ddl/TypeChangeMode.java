package io.mysqlrelay.sink.adb.ddl;

/** What follows when a column gets a type that AnalyticDB cannot change it to in place. */
public enum TypeChangeMode {
    /** The task stops, and its message names the steps. */
    STOP,
    /** The steps are carried out: a new table, filled from the old one, verified, and put in its place. */
    REBUILD
}
