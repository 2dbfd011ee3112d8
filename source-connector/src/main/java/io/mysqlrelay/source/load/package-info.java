/** The full load: existing rows of a table, read in short chunks by key, or in one snapshot when there is no key. */
package io.mysqlrelay.source.load;
