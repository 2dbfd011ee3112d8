/** The source task on Debezium's parts. The only package that imports Debezium and its binlog client. */
package io.mysqlrelay.source.debezium;
