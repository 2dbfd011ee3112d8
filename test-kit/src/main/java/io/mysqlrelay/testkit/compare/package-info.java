/** The strict comparison of two servers: both are read, nothing is believed, and every difference has a sentence. */
package io.mysqlrelay.testkit.compare;
