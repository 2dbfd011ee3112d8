/** The migration file: one small text file that names source, target and what moves. */
package io.mysqlrelay.cli.file;
