/** Sessions with a target that speaks MySQL's protocol, and what its errors mean for a migration. */
package io.mysqlrelay.sink.jdbc;
