/** Places in a source's history: GTIDs, GTID sets, binlog coordinates, and the order between them. */
package io.mysqlrelay.core.position;
