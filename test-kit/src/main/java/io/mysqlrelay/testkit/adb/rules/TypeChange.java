package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.AdbType;
import io.mysqlrelay.testkit.adb.model.ColumnFacts;
import java.util.Locale;

/**
 * "Wider integer (TINYINT->SMALLINT->INT->BIGINT), FLOAT->DOUBLE, not a key: try {@code MODIFY COLUMN}; likely accepted,
 * exact list [?]". Everything else is a known refusal.
 *
 * @param widening whether that is accepted
 */
record TypeChange(boolean widening) {
    void check(ColumnFacts before, ColumnFacts now, boolean inKey) {
        AdbType from = before.type();
        AdbType to = now.type();
        if (from.equals(to)) {
            return;
        }
        String column = "col=" + before.name();
        if (inKey) {
            throw AdbError.typeChange(column + " is primary key");
        }
        if (from.kind() == AdbType.Kind.DECIMAL && to.kind() == AdbType.Kind.DECIMAL) {
            throw AdbError.refused("modify precision is not supported, " + column + ", type decimal, old="
                    + from.precision() + ", new=" + to.precision());
        }
        boolean integers = from.kind().isInteger() && to.kind().isInteger();
        boolean floats = from.kind() == AdbType.Kind.FLOAT && to.kind() == AdbType.Kind.DOUBLE;
        if (!integers && !floats) {
            throw AdbError.refused("'" + before.name() + "' is " + from.family() + " type, Can't change column type to "
                    + to.kind().name().toUpperCase(Locale.ROOT));
        }
        boolean narrower = integers && to.kind().compareTo(from.kind()) < 0;
        if (narrower || !widening) {
            throw AdbError.typeChange(column + ", from " + from.text() + " to " + to.text());
        }
    }
}
