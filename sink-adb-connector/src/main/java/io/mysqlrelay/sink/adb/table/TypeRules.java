package io.mysqlrelay.sink.adb.table;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Choices of the user where a type has more than one counterpart, and the zone of a statement's session.
 *
 * @param timeAsText TIME becomes VARCHAR, which holds what AnalyticDB's TIME cannot: negative times and 24 hours or more
 * @param longDecimalAsText DECIMAL of more than 38 digits becomes VARCHAR; otherwise it is refused
 * @param datesNullable zero dates become NULL, so date columns outside of the key are made nullable
 * @param zone in which the statement has TIMESTAMP constants; null if it cannot be told
 */
public record TypeRules(boolean timeAsText, boolean longDecimalAsText, boolean datesNullable, ZoneId zone) {
    public TypeRules(boolean timeAsText, boolean longDecimalAsText, boolean datesNullable) {
        this(timeAsText, longDecimalAsText, datesNullable, ZoneOffset.UTC);
    }

    /** The same in a session of another zone. */
    public TypeRules in(ZoneId session) {
        return new TypeRules(timeAsText, longDecimalAsText, datesNullable, session);
    }
}
