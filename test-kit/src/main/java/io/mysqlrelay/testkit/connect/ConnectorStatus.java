package io.mysqlrelay.testkit.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker says about a connector.
 *
 * @param state such as {@code RUNNING}, {@code PAUSED}, {@code STOPPED}, {@code FAILED}, {@code UNASSIGNED}
 * @param trace stack trace of a failure, or empty
 * @param tasks in order of their numbers
 */
public record ConnectorStatus(String state, String worker, String trace, List<Task> tasks) {
    /** One task of the connector. */
    public record Task(int id, String state, String worker, String trace) {}

    static ConnectorStatus of(JsonNode answer) {
        JsonNode connector = answer.path("connector");
        List<Task> tasks = new ArrayList<>();
        for (JsonNode task : answer.path("tasks")) {
            tasks.add(new Task(
                    task.path("id").asInt(),
                    task.path("state").asText(),
                    task.path("worker_id").asText(),
                    task.path("trace").asText("")));
        }
        return new ConnectorStatus(
                connector.path("state").asText(),
                connector.path("worker_id").asText(),
                connector.path("trace").asText(""),
                List.copyOf(tasks));
    }

    /** Whether the connector runs and has at least one task, and all of its tasks run. */
    public boolean isRunning() {
        return state.equals("RUNNING")
                && !tasks.isEmpty()
                && tasks.stream().allMatch(task -> task.state().equals("RUNNING"));
    }

    /** Whether the connector or one of its tasks has failed. */
    public boolean isFailed() {
        return state.equals("FAILED")
                || tasks.stream().anyMatch(task -> task.state().equals("FAILED"));
    }

    /** The stack trace of the connector's failure, or of its first failed task, or empty. */
    public String failure() {
        if (!trace.isEmpty()) {
            return trace;
        }
        return tasks.stream()
                .map(Task::trace)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
