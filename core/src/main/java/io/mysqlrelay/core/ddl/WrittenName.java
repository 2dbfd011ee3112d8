package io.mysqlrelay.core.ddl;

/**
 * A name as the statement has it.
 *
 * @param database null when it is not qualified
 */
record WrittenName(String database, String object) {}
