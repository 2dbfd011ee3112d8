package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.ddl.SqlModes;
import java.util.Map;

/**
 * What of a session decides what ALTER TABLE makes of values (MySQL manual, "Server SQL Modes").
 *
 * @param strict a value that does not fit is an error, and is changed otherwise
 * @param zerosNumbered a column that becomes AUTO_INCREMENT gets numbers for 0
 * @param padded CHAR is read with the blanks at its end
 * @param timestampsFilled TIMESTAMP without NULL is NOT NULL, and NULL becomes the present time
 */
record ConversionModes(boolean strict, boolean zerosNumbered, boolean padded, boolean timestampsFilled) {
    /** @param session variables by name; what is missing is taken for the value that changes more */
    static ConversionModes of(Map<String, String> session) {
        SqlModes modes = SqlModes.parse(session.get("sql_mode"));
        String explicit = session.getOrDefault("explicit_defaults_for_timestamp", "1");
        return new ConversionModes(
                modes.strict(),
                !modes.noAutoValueOnZero(),
                modes.padCharToFullLength(),
                explicit.equals("0") || explicit.equalsIgnoreCase("OFF"));
    }
}
