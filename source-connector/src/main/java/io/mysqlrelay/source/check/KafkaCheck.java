package io.mysqlrelay.source.check;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.topic.ExistingTopics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The cluster that {@code kafka.bootstrap.servers} names must answer, and topics that exist must keep what they get. */
final class KafkaCheck {
    private static final String LIMIT_MS = "5000";

    private static final String FIX =
            "set kafka.bootstrap.servers to the brokers of the worker's cluster, and kafka.security.protocol,"
                    + " kafka.sasl.* and kafka.ssl.* as in the worker's own settings";

    private final SourceConfig config;

    KafkaCheck(SourceConfig config) {
        this.config = config;
    }

    List<Finding> look() throws InterruptedException {
        Properties client = config.kafka().clientConfig();
        client.setProperty("request.timeout.ms", LIMIT_MS);
        client.setProperty("default.api.timeout.ms", LIMIT_MS);
        client.setProperty("socket.connection.setup.timeout.ms", LIMIT_MS);
        Admin admin;
        try {
            admin = Admin.create(client);
        } catch (KafkaException e) {
            // Its cause names the bad setting; a host name that does not resolve is found here too.
            return List.of(Finding.error("Kafka cannot be reached: " + reason(e), FIX));
        }
        try {
            admin.describeCluster().nodes().get(2L * Integer.parseInt(LIMIT_MS), TimeUnit.MILLISECONDS);
            return new ExistingTopics(admin, config).unfit();
        } catch (ExecutionException e) {
            return List.of(unreachable(e.getCause()));
        } catch (TimeoutException e) {
            return List.of(unreachable(e));
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private Finding unreachable(Throwable cause) {
        return Finding.error("Kafka does not answer at " + config.kafka() + ": " + reason(cause), FIX)
                .code(ErrorCode.KAFKA_UNREACHABLE)
                .passing();
    }

    private static String reason(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }
}
