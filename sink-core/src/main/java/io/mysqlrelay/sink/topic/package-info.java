/** The change topic as Kafka describes it, and whether a checkpoint still fits it. */
package io.mysqlrelay.sink.topic;
