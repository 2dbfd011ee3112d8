package io.mysqlrelay.source.check;

import io.mysqlrelay.source.config.KafkaGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The cluster that {@code kafka.bootstrap.servers} names must answer with the given client settings. */
final class KafkaCheck {
    private static final String ID = "P47";
    private static final String LIMIT_MS = "5000";

    private KafkaCheck() {}

    static List<Finding> run(SourceConfig config) {
        Properties client = config.kafka().clientConfig();
        client.setProperty("request.timeout.ms", LIMIT_MS);
        client.setProperty("default.api.timeout.ms", LIMIT_MS);
        client.setProperty("socket.connection.setup.timeout.ms", LIMIT_MS);
        Admin admin;
        try {
            admin = Admin.create(client);
        } catch (KafkaException e) {
            // Its cause names the bad setting; a host name that does not resolve is found here too.
            return List.of(
                    Finding.error(ID, KafkaGroup.BOOTSTRAP_SERVERS, "Kafka cannot be reached: " + reason(e), FIX));
        }
        try {
            admin.describeCluster().nodes().get(2L * Integer.parseInt(LIMIT_MS), TimeUnit.MILLISECONDS);
            return List.of();
        } catch (ExecutionException e) {
            return List.of(unreachable(config, e.getCause()));
        } catch (TimeoutException e) {
            return List.of(unreachable(config, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unreachable(config, e));
        } finally {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private static final String FIX =
            "set kafka.bootstrap.servers to the brokers of the worker's cluster, and kafka.security.protocol,"
                    + " kafka.sasl.* and kafka.ssl.* as in the worker's own settings";

    private static Finding unreachable(SourceConfig config, Throwable cause) {
        return Finding.outage(
                ID,
                KafkaGroup.BOOTSTRAP_SERVERS,
                "Kafka does not answer at " + config.kafka() + ": " + reason(cause),
                FIX);
    }

    private static String reason(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
    }
}
