package io.mysqlrelay.source.value;

import java.io.Serializable;
import org.apache.kafka.connect.data.Schema;

/**
 * Turns one column's values into the value that travels. The two ways in must agree: for every value of the column
 * {@link #fromBinlog} and {@link #fromText} give equal results. Immutable and thread-safe.
 */
public interface ColumnCodec {
    /** @return the field's schema: optional, without default. Table "Column values" of {@code docs/DESIGN.md}. */
    Schema schema();

    /** @param raw never null; what this package's row deserializers produce for the column's binlog type */
    Object fromBinlog(Serializable raw);

    /**
     * @param raw never null; the bytes of a text-protocol result of {@link #selectExpression} in a session with
     *     {@code character_set_results=NULL} and {@code time_zone='+00:00'}
     */
    Object fromText(byte[] raw);

    /** @return the expression that reads the column without loss; the quoted column itself for most types */
    String selectExpression(String quotedColumn);
}
