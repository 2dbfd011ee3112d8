package io.mysqlrelay.benchmarks;

import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A source and a sink connector in one worker.
 *
 * @param source name of the source connector; the sink's has the same name with {@code -sink}
 */
record ConnectPipeline(
        String name,
        MySqlServer target,
        ConnectRest rest,
        String source,
        Map<String, String> sourceConfig,
        Map<String, String> sinkConfig)
        implements Contender {
    private static final Duration STATE_LIMIT = Duration.ofMinutes(2);

    @Override
    public void start() {
        rest.create(source, sourceConfig);
        rest.awaitRunning(source, STATE_LIMIT);
        rest.create(sink(), sinkConfig);
        rest.awaitRunning(sink(), STATE_LIMIT);
    }

    @Override
    public void stop() {
        for (String connector : connectors()) {
            rest.stop(connector);
        }
        for (String connector : connectors()) {
            rest.await(connector, ConnectPipeline::isStopped, STATE_LIMIT);
        }
    }

    @Override
    public void resume() {
        for (String connector : connectors()) {
            rest.resume(connector);
        }
    }

    @Override
    public void check() {
        for (String connector : connectors()) {
            ConnectorStatus status = rest.status(connector);
            if (status.isFailed()) {
                throw new IllegalStateException("connector " + connector + " has failed: " + status.failure());
            }
        }
    }

    private List<String> connectors() {
        return List.of(source, sink());
    }

    private String sink() {
        return source + "-sink";
    }

    private static boolean isStopped(ConnectorStatus status) {
        return status.state().equals("STOPPED") && status.tasks().isEmpty();
    }
}
