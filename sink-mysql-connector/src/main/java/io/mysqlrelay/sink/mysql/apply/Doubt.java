package io.mysqlrelay.sink.mysql.apply;

/** Which changes of a batch may be in the target already. */
enum Doubt {
    NONE,
    /** Those that the loaded rows contain, of tables that were not loaded from one snapshot. */
    LOADED,
    /** Those of lanes that were committed before a crash. */
    REPEATED
}
