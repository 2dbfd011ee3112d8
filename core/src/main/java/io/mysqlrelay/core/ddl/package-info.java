/**
 * What a MySQL statement is and which objects it names, read from its tokens and never from its first characters.
 * Nothing here rewrites or executes a statement, and no input makes it throw.
 */
package io.mysqlrelay.core.ddl;
