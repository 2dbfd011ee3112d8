/** Tables of the source as rows of them are written, free of any framework's own model. */
package io.mysqlrelay.source.table;
