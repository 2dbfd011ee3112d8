/** Debezium's parts and the binlog client, assembled; the only package that knows them. */
package io.mysqlrelay.source.debezium;
