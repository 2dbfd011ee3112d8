package io.mysqlrelay.source.table;

import io.mysqlrelay.core.TableName;
import java.util.List;

/**
 * A table's columns at one point of the stream. Immutable.
 *
 * @param name as the server stores it
 * @param columns all columns in table order, invisible and generated ones included, as in a full binlog row image
 */
public record TableShape(TableName name, List<Column> columns) {}
