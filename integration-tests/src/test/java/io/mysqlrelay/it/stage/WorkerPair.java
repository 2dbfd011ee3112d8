package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectWorkerProcess;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Worker processes of one Connect cluster, to be killed and stopped; the second one runs only when a test wants it. */
public final class WorkerPair implements AutoCloseable {
    private static final Map<String, String> QUICK = Map.of(
            "group.id", "faults",
            "session.timeout.ms", "3000",
            "heartbeat.interval.ms", "500",
            "config.storage.topic", "faults-configs",
            "offset.storage.topic", "faults-offsets",
            "status.storage.topic", "faults-status");

    private final ConnectWorkerProcess first;
    private final ConnectWorkerProcess second;

    public WorkerPair(Stack stack) {
        this.first = worker(stack, "first");
        this.second = worker(stack, "second");
    }

    public ConnectWorkerProcess first() {
        return first;
    }

    public ConnectWorkerProcess second() {
        return second;
    }

    /** REST of a worker that answers; of the first one when none does. */
    public ConnectRest rest() {
        return !first.isRunning() && second.isRunning() ? second.rest() : first.rest();
    }

    /** The worker that runs the connector's task now. */
    public ConnectWorkerProcess ofTask(String connector) {
        String worker = rest().status(connector).tasks().get(0).worker();
        return worker.equals(first.rest().worker().getAuthority()) ? first : second;
    }

    /** Whether the connector's task runs on the given worker. */
    public boolean runsOn(ConnectWorkerProcess worker, String connector) {
        try {
            return worker.rest().status(connector).tasks().stream()
                    .anyMatch(task -> task.state().equals("RUNNING")
                            && task.worker().equals(worker.rest().worker().getAuthority()));
        } catch (UncheckedIOException | io.mysqlrelay.testkit.connect.ConnectRestException notNow) {
            return false;
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }

    private static ConnectWorkerProcess worker(Stack stack, String name) {
        return new ConnectWorkerProcess(
                stack.folder().resolve(name),
                stack.broker().bootstrapServers(),
                Plugins.path(),
                QUICK,
                List.of("-Xmx512m"));
    }
}
