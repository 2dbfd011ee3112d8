package io.mysqlrelay.sink.target;

import java.util.Map;

/** Makes targets: one at the start of the apply thread, and a new one after every outage. Thread-safe. */
@FunctionalInterface
public interface TargetFactory {
    /**
     * @param config the task's newest configuration, its secrets resolved again, so that a rotated password is picked up
     * @param meter of the task; the target tells it what it does
     * @return not connected yet: {@link Target#open} connects
     */
    Target create(Map<String, String> config, TargetMeter meter);
}
