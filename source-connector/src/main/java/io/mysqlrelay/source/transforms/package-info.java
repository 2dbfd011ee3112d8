/**
 * Connect transforms: the limits that a record shows, and the records of a stock Debezium MySQL connector made into a
 * change topic. A transform is used by one thread.
 */
package io.mysqlrelay.source.transforms;
