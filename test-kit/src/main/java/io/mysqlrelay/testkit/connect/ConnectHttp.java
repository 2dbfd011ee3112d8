package io.mysqlrelay.testkit.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP to one worker. */
final class ConnectHttp {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI worker;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    ConnectHttp(URI worker) {
        this.worker = worker;
    }

    URI worker() {
        return worker;
    }

    /**
     * Sends one request; while the cluster rebalances, which a worker answers with 409, again and again.
     *
     * @param body null for none
     * @return the answer, a missing node when it is empty
     */
    JsonNode send(String method, String path, Object body) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> response = exchange(method, path, body);
            if (response.statusCode() < 300) {
                return read(response.body());
            }
            if (!isRebalance(response) || System.nanoTime() > deadline) {
                throw new ConnectRestException(method + " " + path, response.statusCode(), response.body());
            }
            sleep(PAUSE);
        }
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a Connect worker", e);
        }
    }

    private HttpResponse<String> exchange(String method, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(worker.resolve(path))
                    // A worker itself gives up after 90 seconds.
                    .timeout(Duration.ofSeconds(100))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + method + " " + worker.resolve(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + path, e);
        }
    }

    private static boolean isRebalance(HttpResponse<String> response) {
        // 409 also says that a connector exists already, or that offsets cannot be changed; waiting cures neither.
        return response.statusCode() == 409
                && (response.body().contains("rebalance")
                        || response.body().contains("stale configuration")
                        || response.body().contains("no known leader"));
    }

    private static JsonNode read(String body) {
        try {
            return body == null || body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the worker's answer is not JSON", e);
        }
    }
}
