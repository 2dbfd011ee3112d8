package io.mysqlrelay.source.schema;

import java.util.Map;

/**
 * How an object was made.
 *
 * @param statement in the character set of the session that made it
 * @param charset MySQL's name of that
 * @param session the variables of that session which the object keeps
 * @param databaseCollation default collation of the database at that time, which the object keeps too; null for views
 */
public record ObjectDefinition(
        StoredObject object, byte[] statement, String charset, Map<String, String> session, String databaseCollation) {}
