package io.mysqlrelay.sink.change;

import java.util.List;

/**
 * One column as the stream carries it.
 *
 * @param name the source column's name
 * @param type kind of its values
 * @param charset MySQL character set of {@link ValueType#ENCODED_TEXT}; null for all others
 * @param members of ENUM and SET in the source's order; empty for all others
 */
public record ColumnShape(String name, ValueType type, String charset, List<String> members) {}
