/** Statements of the source, executed once in the session they had there, whatever crashes. */
package io.mysqlrelay.sink.mysql.ddl;
