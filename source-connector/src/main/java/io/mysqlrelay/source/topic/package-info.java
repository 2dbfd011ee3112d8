/** The migration's topics on Kafka: created with the properties that the stream relies on, or checked for them. */
package io.mysqlrelay.source.topic;
