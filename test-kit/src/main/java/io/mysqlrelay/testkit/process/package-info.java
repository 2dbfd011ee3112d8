/** Child processes that cannot outlive this JVM, and the ports they listen on. */
package io.mysqlrelay.testkit.process;
