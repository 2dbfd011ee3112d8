/** Random histories of tables: statements of every kind with rows written between them, and rows of every type. */
package io.mysqlrelay.it.histories;
