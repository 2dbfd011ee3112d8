/**
 * Which records of the change topic still have to be applied, and whether each comes at a point of the migration where it
 * may come. Judging changes nothing; only advancing does.
 */
package io.mysqlrelay.sink.order;
