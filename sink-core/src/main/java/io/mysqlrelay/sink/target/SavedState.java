package io.mysqlrelay.sink.target;

import io.mysqlrelay.core.TableName;
import java.util.Map;

/**
 * What a target remembers of a migration.
 *
 * @param checkpoint null on the very first start
 * @param migration never null
 * @param skipUntil tables read in a snapshot, with the encoded {@code SourcePosition} of that snapshot: changes
 *     of the table that the position includes are already in the loaded rows
 */
public record SavedState(Checkpoint checkpoint, MigrationState migration, Map<TableName, String> skipUntil) {}
