package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.TableName;
import java.util.List;
import org.apache.kafka.connect.data.Struct;

/** What a record is about, whichever source wrote it. */
sealed interface Shown {
    /** Nothing that a limit is about. */
    record Nothing() implements Shown {
        static final Nothing INSTANCE = new Nothing();
    }

    /**
     * @param before null when there is none
     * @param after null when there is none
     * @param keyless the record shows that its table has no key
     */
    record Row(TableName table, Struct before, Struct after, boolean keyless) implements Shown {}

    /**
     * @param database default database, may be null
     * @param modes the session's sql_mode; null when not known
     * @param stock of a stock connector
     */
    record Ddl(String text, String database, String modes, boolean stock) implements Shown {}

    /** A list of tables that are captured. */
    record Tables(List<TableName> names) implements Shown {}

    /** The load of a table without a key begins. */
    record KeylessTable(TableName table) implements Shown {}
}
