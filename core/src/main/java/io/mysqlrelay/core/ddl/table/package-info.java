/**
 * The structure of tables as statements of the source describe it: CREATE TABLE read into columns and keys, ALTER TABLE
 * into its clauses. For targets that cannot execute the statements themselves; what no target could use is not kept.
 */
package io.mysqlrelay.core.ddl.table;
