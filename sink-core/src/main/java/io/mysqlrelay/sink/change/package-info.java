/** What a record of the change topic means, decoded: row changes, statements, markers, heartbeats. Immutable. */
package io.mysqlrelay.sink.change;
