package io.mysqlrelay.source.record;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * A struct whose required fields are all put, and checked as they are put. Put into another struct, all of its fields would be checked
 * again, for each row.
 */
final class CheckedStruct extends Struct {
    CheckedStruct(Schema schema) {
        super(schema);
    }

    @Override
    public void validate() {
        // done
    }
}
