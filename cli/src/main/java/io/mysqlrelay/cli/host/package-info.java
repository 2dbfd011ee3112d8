/** Kafka and the Connect worker inside this process, and the two connectors in it. */
package io.mysqlrelay.cli.host;
