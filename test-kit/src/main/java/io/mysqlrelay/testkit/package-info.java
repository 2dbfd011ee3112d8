/** Real servers for tests and for the command: MySQL, Kafka and Connect, started from ordinary Maven artifacts. */
package io.mysqlrelay.testkit;
