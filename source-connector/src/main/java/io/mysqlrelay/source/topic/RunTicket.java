package io.mysqlrelay.source.topic;

import java.util.Map;

/**
 * Leave to write to the change topic.
 *
 * @param generation number of this start; greater than that of every earlier start of the migration
 * @param from source offset at which the run begins; null to begin the migration
 */
public record RunTicket(long generation, Map<String, ?> from) {}
