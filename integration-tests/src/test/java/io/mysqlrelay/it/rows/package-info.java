/** Random rows of every type and character set, under every kind of key. */
package io.mysqlrelay.it.rows;
