/** A Kafka broker, in this JVM or in one of its own. */
package io.mysqlrelay.testkit.kafka;
