package io.mysqlrelay.core.ddl.table;

/** One clause of ALTER TABLE, in the order of the text. Where a column goes is not kept. */
public sealed interface AlterClause {
    record AddColumn(ColumnDefinition column) implements AlterClause {}

    record DropColumn(String column) implements AlterClause {}

    /** MODIFY: the whole definition is written. */
    record ModifyColumn(ColumnDefinition column) implements AlterClause {}

    /** CHANGE: the whole definition is written, with the new name. */
    record ChangeColumn(String from, ColumnDefinition column) implements AlterClause {}

    record RenameColumn(String from, String to) implements AlterClause {}

    /** ALTER COLUMN SET DEFAULT, or DROP DEFAULT with {@link DefaultValue#NONE}. */
    record SetDefault(String column, DefaultValue value) implements AlterClause {}

    record AddKey(KeyDefinition key) implements AlterClause {}

    record DropPrimaryKey() implements AlterClause {}

    /** DROP INDEX, KEY or CONSTRAINT: of the last, it need not be a key. */
    record DropKey(String name) implements AlterClause {}

    record RenameKey(String from, String to) implements AlterClause {}

    /** @param to database null when it is not written */
    record RenameTable(String database, String to) implements AlterClause {}

    record Comment(String text) implements AlterClause {}

    /**
     * Removes or moves rows with their partition, without writing them to the binlog.
     *
     * @param what {@code DROP PARTITION}, {@code TRUNCATE PARTITION}, ...
     */
    record PartitionRows(String what) implements AlterClause {}

    /**
     * CONVERT TO CHARACTER SET: of all texts.
     *
     * @param charset in lower case; null for that of the database
     */
    record Convert(String charset) implements AlterClause {}

    /**
     * Changes neither rows nor columns: indexes, foreign keys, table options.
     *
     * @param what its first words
     */
    record Other(String what) implements AlterClause {}

    /** @param what its first words, of a clause that is not known here */
    record Unknown(String what) implements AlterClause {}
}
