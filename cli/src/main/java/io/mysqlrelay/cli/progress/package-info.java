/** How far a migration is, read from the target's own tables, and how it is printed. */
package io.mysqlrelay.cli.progress;
