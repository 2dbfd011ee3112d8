/**
 * Connect's records as compact bytes, each with its schema, and back. Independent of what the records say; both
 * connectors' archives hold it.
 */
package io.mysqlrelay.converter;
