package io.mysqlrelay.source.table;

import io.mysqlrelay.core.TableName;
import java.util.List;

/**
 * A table's columns at one point of the stream. Immutable.
 *
 * @param name as the server stores it
 * @param columns all columns in table order, invisible and generated ones included, as in a full binlog row image
 * @param hiddenLast whether row images have one more column behind the last, which no statement can name
 */
public record TableShape(TableName name, List<Column> columns, boolean hiddenLast) {}
