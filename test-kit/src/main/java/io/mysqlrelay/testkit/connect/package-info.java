/** Connect workers, in this JVM and in a child JVM, with the plugin folders they load, and a client of their REST interface. */
package io.mysqlrelay.testkit.connect;
