package io.mysqlrelay.precheck;

import java.util.Map;

/** A connector's prechecks, found by {@link java.util.ServiceLoader} in its archive. Stateless. */
public interface SidePrechecks {
    /** @return name of the class of the connector whose settings it takes */
    String connector();

    /**
     * Prepares the checks of this side; nothing is connected yet.
     *
     * @param settings of the connector, secrets resolved
     * @param ownKafka Kafka will be started with the migration, so there is nothing to look at
     * @return never null; with settings that are wrong it has one check, which says so
     */
    OpenSide open(Map<String, String> settings, boolean ownKafka);
}
