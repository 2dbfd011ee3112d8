/** What can be said about a target before a migration starts: reachable, allowed, writable, new enough. */
package io.mysqlrelay.sink.mysql.check;
