/** What can be said about a target before a migration starts. It is not changed. */
package io.mysqlrelay.sink.mysql.check;
