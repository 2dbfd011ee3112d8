/** The RDS MySQL target: from a window of row changes, or one statement, to the target's own transaction. */
package io.mysqlrelay.sink.mysql;
