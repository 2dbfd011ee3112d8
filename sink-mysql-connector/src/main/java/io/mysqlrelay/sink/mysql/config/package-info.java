/** The settings of the MySQL sink, one group per class, and their parsed form. */
package io.mysqlrelay.sink.mysql.config;
