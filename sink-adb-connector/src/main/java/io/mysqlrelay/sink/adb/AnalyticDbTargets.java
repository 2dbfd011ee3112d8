package io.mysqlrelay.sink.adb;

import io.mysqlrelay.sink.adb.state.TaskToken;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.target.Target;
import io.mysqlrelay.sink.target.TargetFactory;
import io.mysqlrelay.sink.target.TargetMeter;
import java.util.Map;

/** The targets that one task opens one after the other. */
final class AnalyticDbTargets implements TargetFactory {
    private final TaskToken task = new TaskToken();

    @Override
    public Target create(Map<String, String> config, TargetMeter meter) {
        return new AnalyticDbTarget(
                AdbSettings.parse(config, config.get("topics").trim(), owner(config)), task, meter);
    }

    private static String owner(Map<String, String> config) {
        return "connector " + config.getOrDefault("name", "without a name") + " on Kafka "
                + config.get(EngineSettings.KAFKA_BOOTSTRAP);
    }
}
