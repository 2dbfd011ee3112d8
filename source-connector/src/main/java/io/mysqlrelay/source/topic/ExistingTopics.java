package io.mysqlrelay.source.topic;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.source.config.MigrationGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The migration's topics as far as they are there already. The connector creates the others as they must be. */
public final class ExistingTopics {
    private static final String LARGEST_RECORD = "max.message.bytes";

    private final Admin admin;
    private final SourceConfig config;

    /** @param admin stays the caller's */
    public ExistingTopics(Admin admin, SourceConfig config) {
        this.admin = admin;
        this.config = config;
    }

    /** @throws ExecutionException if Kafka does not answer, or refuses to describe a topic */
    public List<Finding> unfit() throws ExecutionException, InterruptedException {
        Map<String, TopicRules> topics = new LinkedHashMap<>();
        topics.put(config.changesTopic(), TopicRules.WHOLE);
        topics.put(config.schemaHistoryTopic(), TopicRules.WHOLE);
        topics.put(config.runsTopic(), TopicRules.LATEST);
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, TopicRules> topic : topics.entrySet()) {
            look(topic.getKey(), topic.getValue(), findings);
        }
        return findings;
    }

    private void look(String topic, TopicRules rules, List<Finding> findings)
            throws ExecutionException, InterruptedException {
        TopicDescription description;
        try {
            description = admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return;
            }
            throw e;
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config found =
                admin.describeConfigs(List.of(resource)).values().get(resource).get();
        try {
            rules.check(topic, description.partitions().size(), found);
        } catch (RelayException e) {
            findings.add(Finding.error(e.detail(), e.code().remedy())
                    .on(MigrationGroup.TOPIC_PREFIX)
                    .code(e.code()));
        }
        small(topic, found, findings);
    }

    private void small(String topic, Config found, List<Finding> findings) {
        String value = found.get(LARGEST_RECORD) == null
                ? null
                : found.get(LARGEST_RECORD).value();
        long sent = config.recordLimit().bytes();
        if (topic.equals(config.changesTopic())
                && value != null
                && sent != Long.MAX_VALUE
                && Long.parseLong(value) < sent) {
            findings.add(Finding.alert(
                            "topic " + topic + " takes records of " + value + " bytes, and the connector may send "
                                    + sent,
                            "kafka-configs.sh --alter --entity-type topics --entity-name " + topic + " --add-config "
                                    + LARGEST_RECORD + "=" + sent)
                    .on(MigrationGroup.TOPIC_PREFIX));
        }
    }
}
