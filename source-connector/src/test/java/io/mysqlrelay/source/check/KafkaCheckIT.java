package io.mysqlrelay.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.source.config.Settings;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What topics of the migration that are there already must be. */
class KafkaCheckIT {
    private static final Map<String, String> WHOLE =
            Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

    @TempDir
    static Path folder;

    private static KafkaBroker kafka;
    private static Admin admin;

    @BeforeAll
    static void start() {
        kafka = KafkaBroker.start(folder);
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        kafka.close();
    }

    @Test
    void topicsThatAreNotThereOrAsTheyMustBePass() throws Exception {
        assertThat(look("nothing")).isEmpty();
        create("good.changes", 1, WHOLE);
        create("good.schema-history", 1, WHOLE);
        assertThat(look("good")).isEmpty();
    }

    @Test
    void twoPartitionsMixTheOrder() throws Exception {
        create("wide.changes", 2, WHOLE);
        assertThat(look("wide")).singleElement().satisfies(f -> unfit(f, "wide.changes has 2 partitions"));
    }

    @Test
    void recordsThatGoWithTimeBytesOrKeysAreMissed() throws Exception {
        create("brief.changes", 1, with("retention.ms", "604800000"));
        assertThat(look("brief")).singleElement().satisfies(f -> unfit(f, "--add-config retention.ms=-1"));
        create("small.changes", 1, with("retention.bytes", "1000000"));
        assertThat(look("small")).singleElement().satisfies(f -> unfit(f, "--add-config retention.bytes=-1"));
        create("keyed.changes", 1, with("cleanup.policy", "compact"));
        assertThat(look("keyed")).singleElement().satisfies(f -> unfit(f, "--add-config cleanup.policy=delete"));
    }

    @Test
    void theSchemaHistoryIsKeptToo() throws Exception {
        create("past.schema-history", 1, with("retention.ms", "604800000"));
        assertThat(look("past")).singleElement().satisfies(f -> unfit(f, "topic past.schema-history"));
    }

    @Test
    void recordsThatAreTooLargeForTheTopicAreAnAlert() throws Exception {
        create("tight.changes", 1, with("max.message.bytes", "1000"));
        assertThat(look("tight", "producer.override.max.request.size", "1048576"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.ALERT);
                    assertThat(f.instruction()).contains("--entity-name tight.changes --add-config max.message.bytes=");
                });
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAnOutage() throws Exception {
        assertThat(look("none", "kafka.bootstrap.servers", "127.0.0.1:1"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo(ErrorCode.KAFKA_UNREACHABLE);
                    assertThat(f.temporary()).isTrue();
                });
        assertThat(look("none", "kafka.bootstrap.servers", "no-such-host.invalid:9092"))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
    }

    private static void unfit(Finding finding, String text) {
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.code()).isEqualTo(ErrorCode.TOPIC_UNFIT);
        assertThat(finding.found()).contains(text);
        assertThat(finding.setting()).isEqualTo("topic.prefix");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> config = new HashMap<>(WHOLE);
        config.put(name, value);
        return config;
    }

    private static void create(String topic, int partitions, Map<String, String> config) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)))
                .all()
                .get();
    }

    private static List<Finding> look(String prefix, String... more) throws Exception {
        Map<String, String> props = Settings.with(more);
        props.put("topic.prefix", prefix);
        props.putIfAbsent("kafka.bootstrap.servers", kafka.bootstrapServers());
        if (more.length == 0 || !more[0].startsWith("kafka.")) {
            props.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        }
        return new KafkaCheck(SourceConfig.parse(props)).look();
    }
}
