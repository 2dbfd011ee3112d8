package io.mysqlrelay.core.ddl;

/**
 * A name as the statement has it.
 *
 * @param database null when it is not qualified
 */
public record WrittenName(String database, String object) {}
