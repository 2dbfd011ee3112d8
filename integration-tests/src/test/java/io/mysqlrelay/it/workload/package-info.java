/** Random writes to a source while a migration runs: every kind of change that is hard to repeat, from one printed seed. */
package io.mysqlrelay.it.workload;
