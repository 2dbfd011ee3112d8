package io.mysqlrelay.sink.change;

/** Kind of a column's values on the stream. The Java form of each is what {@link RowChange} holds. */
public enum ValueType {
    /** {@code Long}; int16, int32 and int64 on the wire. */
    INTEGER,
    /** {@code java.math.BigDecimal}; DECIMAL and BIGINT UNSIGNED. */
    DECIMAL,
    /** {@code Float}. */
    FLOAT,
    /** {@code Double}. */
    DOUBLE,
    /** {@code String}; text in utf8mb4, utf8mb3 or ascii. */
    STRING,
    /** {@code byte[]} in the character set of {@link ColumnShape#charset()}. */
    ENCODED_TEXT,
    /** {@code byte[]}. */
    BYTES,
    /** {@code byte[]}, little endian. */
    BITS,
    /** {@code String}, MySQL's digits. */
    DATE,
    /** {@code String}, MySQL's digits. */
    DATETIME,
    /** {@code String}, MySQL's digits in UTC. */
    TIMESTAMP,
    /** {@code Long}, microseconds, negative too. */
    TIME,
    /** {@code Long}, 0 for 0000. */
    YEAR,
    /** {@code String}. */
    JSON,
    /** {@code Long}, number of the member; members in {@link ColumnShape#members()}. */
    ENUM,
    /** {@code Long}, bit set of the members, bit 63 as sign. */
    SET,
    /** {@code byte[]}, MySQL's internal form. */
    GEOMETRY
}
