/** A Kafka broker in this JVM. */
package io.mysqlrelay.testkit.kafka;
