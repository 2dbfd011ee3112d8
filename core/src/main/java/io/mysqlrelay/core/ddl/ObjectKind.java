package io.mysqlrelay.core.ddl;

import java.util.Locale;

/** Objects that are programs or queries and hold no rows. */
public enum ObjectKind {
    VIEW,
    PROCEDURE,
    FUNCTION,
    TRIGGER,
    EVENT;

    /** @return true if names that differ in letter case alone name one object on every server */
    public boolean ignoresCase() {
        return this == PROCEDURE || this == FUNCTION || this == EVENT;
    }

    /** In lower case, as in the middle of a sentence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
