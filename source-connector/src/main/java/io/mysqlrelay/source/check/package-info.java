/** Checks of what a migration needs from the source server and from Kafka, before anything is started. */
package io.mysqlrelay.source.check;
