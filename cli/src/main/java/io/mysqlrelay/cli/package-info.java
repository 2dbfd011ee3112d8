/** The command {@code relay}: a whole migration on one machine, with Kafka and Connect embedded. */
package io.mysqlrelay.cli;
