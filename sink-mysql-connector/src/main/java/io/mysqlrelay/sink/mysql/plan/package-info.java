/** How the rows of one shape get into the target's table: columns, identity, binding of values. Compiled once. */
package io.mysqlrelay.sink.mysql.plan;
