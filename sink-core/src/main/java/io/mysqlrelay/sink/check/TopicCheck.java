package io.mysqlrelay.sink.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.sink.config.EngineSettings;
import io.mysqlrelay.sink.topic.KafkaTopicLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The change topic, if the source has made it already. */
final class TopicCheck {
    private static final String LIMIT_MS = "5000";

    private TopicCheck() {}

    static List<Finding> look(Map<String, String> config) {
        Map<String, Object> client = new HashMap<>(EngineSettings.parse(config).kafka());
        client.put("request.timeout.ms", LIMIT_MS);
        client.put("default.api.timeout.ms", LIMIT_MS);
        String topic = config.get("topics").trim();
        try (KafkaTopicLog log = new KafkaTopicLog(topic, client)) {
            log.read();
            return List.of();
        } catch (RelayException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of(Finding.skipped("topic " + topic + " does not exist yet; the source makes it"));
            }
            Finding finding = Finding.error(e.detail(), e.code().remedy()).code(e.code());
            return List.of(e.code() == ErrorCode.KAFKA_UNREACHABLE ? finding.passing() : finding);
        }
    }
}
