/** Pure parts shared by source and sinks: no Kafka, no JDBC. */
package io.mysqlrelay.core;
