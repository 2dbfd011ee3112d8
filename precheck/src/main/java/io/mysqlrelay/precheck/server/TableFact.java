package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.TableName;

/**
 * A base table.
 *
 * @param engine empty when the server does not say
 * @param rowFormat as in {@code information_schema}, empty when the server does not say
 * @param collation empty when the server does not say
 */
public record TableFact(TableName name, String engine, String rowFormat, String collation) {}
