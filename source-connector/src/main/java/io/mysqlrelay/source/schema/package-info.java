/** The source's schema over JDBC: which tables are captured, their columns and keys, their CREATE statements. */
package io.mysqlrelay.source.schema;
