/** Column values: from binlog bytes and from query results to the one value that travels. */
package io.mysqlrelay.source.value;
