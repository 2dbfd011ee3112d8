/**
 * What the two connectors' prechecks have in common: how each side offers its checks, to its own connector and to the
 * command, and how a report is logged.
 */
package io.mysqlrelay.precheck;
