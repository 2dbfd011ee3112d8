package io.mysqlrelay.core.metric;

/** A number that a running task shows. Its name and meaning are a promise to alerts and dashboards. */
public interface Metric {
    /** @return attribute of the MBean, lower case with hyphens; ends in {@code -total} if it only grows while the task runs */
    String id();

    /** @return a sentence or two, for MBeans and {@code docs/metrics.md} */
    String meaning();
}
