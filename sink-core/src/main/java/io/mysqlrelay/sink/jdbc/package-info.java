/** What errors of a target that speaks MySQL's protocol mean for a migration. */
package io.mysqlrelay.sink.jdbc;
