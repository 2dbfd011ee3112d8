/** Checks that need both servers: what of the source cannot be made or kept in this target. Pure reading on both. */
package io.mysqlrelay.precheck.pair;
