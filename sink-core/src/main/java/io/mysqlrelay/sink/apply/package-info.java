/**
 * From records to applied windows: the poll thread fills windows and queues steps, one apply thread carries them out in
 * order and outlives outages of the target.
 */
package io.mysqlrelay.sink.apply;
