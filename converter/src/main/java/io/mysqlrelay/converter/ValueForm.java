package io.mysqlrelay.converter;

/** How the values of one schema are written and read. Never used for null: {@link NullableForm} is around it. */
interface ValueForm {
    /** @throws RuntimeException of Connect or Java if the value is not of the schema */
    void write(ByteSink out, Object value);

    Object read(ByteSource in);
}
