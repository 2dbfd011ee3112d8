package io.mysqlrelay.testkit.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The REST interface of a Connect worker. A refused request is a {@link ConnectRestException}; a worker that cannot be
 * reached an {@link UncheckedIOException}. While the cluster rebalances, requests wait up to a minute. Thread-safe.
 */
public final class ConnectRest {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ConnectHttp http;

    /** @param worker such as {@code http://127.0.0.1:8083} */
    public ConnectRest(URI worker) {
        this.http = new ConnectHttp(worker);
    }

    public URI worker() {
        return http.worker();
    }

    /** Class names of the connectors (converters and transforms are left out) that the worker has found. */
    public List<String> connectorPlugins() {
        List<String> classes = new ArrayList<>();
        http.send("GET", "/connector-plugins", null)
                .forEach(plugin -> classes.add(plugin.path("class").asText()));
        return classes;
    }

    /** All plugins with class, type and version, transforms and converters too. */
    public JsonNode plugins() {
        return http.send("GET", "/connector-plugins?connectorsOnly=false", null);
    }

    /** The definitions of a connector's settings. */
    public JsonNode settings(String connectorClass) {
        return http.send("GET", "/connector-plugins/" + encode(connectorClass) + "/config", null);
    }

    /** The worker's whole answer to a validation: number of errors, and per setting its value and messages. */
    public JsonNode validate(Map<String, String> config) {
        String plugin = config.get("connector.class");
        return http.send("PUT", "/connector-plugins/" + encode(plugin) + "/config/validate", config);
    }

    /** The messages of a validation as {@code setting: message}. */
    public List<String> validationErrors(Map<String, String> config) {
        List<String> errors = new ArrayList<>();
        for (JsonNode entry : validate(config).path("configs")) {
            JsonNode value = entry.path("value");
            value.path("errors").forEach(error -> errors.add(value.path("name").asText() + ": " + error.asText()));
        }
        return errors;
    }

    public List<String> connectors() {
        List<String> names = new ArrayList<>();
        http.send("GET", "/connectors", null).forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Creates a connector; one of that name must not exist. */
    public void create(String name, Map<String, String> config) {
        create(name, config, "RUNNING");
    }

    /** @param initialState {@code RUNNING}, {@code PAUSED} or {@code STOPPED} */
    public void create(String name, Map<String, String> config, String initialState) {
        http.send("POST", "/connectors", Map.of("name", name, "config", config, "initial_state", initialState));
    }

    /** Creates a connector or replaces its configuration. */
    public void put(String name, Map<String, String> config) {
        http.send("PUT", path(name, "/config"), config);
    }

    public Map<String, String> config(String name) {
        return ConnectHttp.JSON.convertValue(
                http.send("GET", path(name, "/config"), null), new TypeReference<Map<String, String>>() {});
    }

    public ConnectorStatus status(String name) {
        return ConnectorStatus.of(http.send("GET", path(name, "/status"), null));
    }

    public void pause(String name) {
        http.send("PUT", path(name, "/pause"), null);
    }

    public void resume(String name) {
        http.send("PUT", path(name, "/resume"), null);
    }

    public void stop(String name) {
        http.send("PUT", path(name, "/stop"), null);
    }

    /** Restarts the connector and all of its tasks. */
    public void restart(String name) {
        http.send("POST", path(name, "/restart?includeTasks=true&onlyFailed=false"), null);
    }

    /** Restarts those of the connector and its tasks that have failed. */
    public void restartFailed(String name) {
        http.send("POST", path(name, "/restart?includeTasks=true&onlyFailed=true"), null);
    }

    public void delete(String name) {
        http.send("DELETE", path(name, ""), null);
    }

    /** The connector's offsets: {@code {"offsets": [{"partition": {...}, "offset": {...}}]}}. */
    public JsonNode offsets(String name) {
        return http.send("GET", path(name, "/offsets"), null);
    }

    /** Changes offsets of a stopped connector; the form is that of {@link #offsets}. */
    public JsonNode alterOffsets(String name, JsonNode offsets) {
        return http.send("PATCH", path(name, "/offsets"), offsets);
    }

    /** Forgets the offsets of a stopped connector. */
    public JsonNode deleteOffsets(String name) {
        return http.send("DELETE", path(name, "/offsets"), null);
    }

    /** Waits until the connector and its tasks run; throws with the failure's trace when one of them fails instead. */
    public ConnectorStatus awaitRunning(String name, Duration limit) {
        ConnectorStatus status = await(name, found -> found.isRunning() || found.isFailed(), limit);
        if (status.isFailed()) {
            throw new IllegalStateException("connector " + name + " has failed: " + status.failure());
        }
        return status;
    }

    /** Waits until the connector or one of its tasks has failed. */
    public ConnectorStatus awaitFailed(String name, Duration limit) {
        return await(name, ConnectorStatus::isFailed, limit);
    }

    /** Waits for a status, also through times in which the worker does not know the connector yet or is restarting. */
    public ConnectorStatus await(String name, Predicate<ConnectorStatus> wanted, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Object last = "no answer";
        do {
            try {
                ConnectorStatus status = status(name);
                if (wanted.test(status)) {
                    return status;
                }
                last = status;
            } catch (UncheckedIOException | ConnectRestException notYet) {
                last = notYet.getMessage();
            }
            ConnectHttp.sleep(PAUSE);
        } while (System.nanoTime() < deadline);
        throw new IllegalStateException(
                "connector " + name + " did not get there in " + limit.toSeconds() + " s; last seen: " + last);
    }

    /** Waits until the worker has joined its group and takes requests. */
    public void awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                http.send("GET", "/health", null);
                return;
            } catch (UncheckedIOException | ConnectRestException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the Connect worker at " + worker() + " is not ready", e);
                }
            }
            ConnectHttp.sleep(PAUSE);
        }
    }

    private static String path(String name, String rest) {
        return "/connectors/" + encode(name) + rest;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
