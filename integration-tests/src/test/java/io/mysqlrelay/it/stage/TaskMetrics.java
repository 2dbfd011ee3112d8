package io.mysqlrelay.it.stage;

import io.mysqlrelay.core.metric.Metric;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The MBean of a connector's task in this JVM's worker, as a monitoring system sees it. */
public final class TaskMetrics {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final ObjectName name;

    private TaskMetrics(String connector, String side) {
        try {
            this.name = new ObjectName("kafka.connect:type=plugins,connector=" + connector + ",task=0,relay=" + side);
        } catch (JMException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static TaskMetrics ofSource(Migration migration) {
        return new TaskMetrics(migration.sourceName(), "source");
    }

    public static TaskMetrics ofSink(Migration migration) {
        return new TaskMetrics(migration.sinkName(), "sink");
    }

    public boolean exist() {
        return SERVER.isRegistered(name);
    }

    public List<String> names() {
        try {
            return Arrays.stream(SERVER.getMBeanInfo(name).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toList();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return NaN also while the task is not there */
    public double value(Metric metric) {
        try {
            return (double) SERVER.getAttribute(name, metric.id());
        } catch (InstanceNotFoundException e) {
            return Double.NaN;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
