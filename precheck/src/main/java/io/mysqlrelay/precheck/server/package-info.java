/** What checks want to know about one MySQL server: read in few queries, each at most once, and never changed. */
package io.mysqlrelay.precheck.server;
