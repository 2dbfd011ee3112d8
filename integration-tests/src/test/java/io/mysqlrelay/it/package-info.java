/**
 * The product as its users run it: real servers, a real Kafka, a real worker that loads the two archives. One class per
 * promise; what they share is in {@link io.mysqlrelay.it.stage}.
 */
package io.mysqlrelay.it;
