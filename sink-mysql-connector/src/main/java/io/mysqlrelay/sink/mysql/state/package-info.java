/** The relay's own tables in the target, and the ownership of a migration. */
package io.mysqlrelay.sink.mysql.state;
