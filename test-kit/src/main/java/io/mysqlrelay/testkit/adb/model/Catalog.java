package io.mysqlrelay.testkit.adb.model;

/** What the cluster holds. */
public interface Catalog {
    /** @return null when there is no such table; views are none */
    TableFacts table(TableName name);

    /** Number of tables and views in a database. */
    int tables(String database);

    /**
     * The table that a statement names.
     *
     * @throws AdbError with code 17003
     */
    default TableFacts existing(TableName name) {
        TableFacts facts = table(name);
        if (facts == null) {
            throw AdbError.noTable(name.table());
        }
        return facts;
    }
}
