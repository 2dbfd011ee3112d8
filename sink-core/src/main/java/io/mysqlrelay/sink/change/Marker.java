package io.mysqlrelay.sink.change;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.stream.MarkerType;
import java.util.List;
import java.util.Map;

/**
 * A run or a phase of the migration announces itself. Attributes per type: {@code docs/DESIGN.md}.
 *
 * @param tables names of a TABLES marker; empty for the others
 */
public record Marker(MarkerType type, Map<String, String> attributes, List<TableName> tables) implements StreamValue {}
