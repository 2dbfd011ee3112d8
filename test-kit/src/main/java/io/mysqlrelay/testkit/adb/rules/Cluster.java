package io.mysqlrelay.testkit.adb.rules;

import io.mysqlrelay.testkit.adb.model.BackingDialect;
import io.mysqlrelay.testkit.adb.model.Catalog;

/**
 * What the rules know of the cluster.
 *
 * @param illegalDatesFail whether a date such as 0000-00-00 is an error, as in older kernels, or becomes NULL
 * @param widening whether an integer column may become wider and a FLOAT a DOUBLE
 */
public record Cluster(Catalog catalog, BackingDialect dialect, boolean illegalDatesFail, boolean widening) {}
