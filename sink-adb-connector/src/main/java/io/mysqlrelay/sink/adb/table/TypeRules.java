package io.mysqlrelay.sink.adb.table;

/**
 * Choices of the user where a type has more than one counterpart.
 *
 * @param timeAsText TIME becomes VARCHAR, which holds what AnalyticDB's TIME cannot: negative times and 24 hours or more
 * @param longDecimalAsText DECIMAL of more than 38 digits becomes VARCHAR; otherwise it is refused
 * @param datesNullable zero dates become NULL, so date columns outside of the key are made nullable
 */
public record TypeRules(boolean timeAsText, boolean longDecimalAsText, boolean datesNullable) {}
