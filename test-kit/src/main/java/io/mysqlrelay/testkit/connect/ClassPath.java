package io.mysqlrelay.testkit.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** This JVM's class path, which a worker shares. */
final class ClassPath {
    private static final String OURS = "io.mysqlrelay.";
    private static final List<String> SERVICES = List.of(
            "META-INF/services/org.apache.kafka.connect.source.SourceConnector",
            "META-INF/services/org.apache.kafka.connect.sink.SinkConnector");

    private ClassPath() {}

    /**
     * Throws when a connector of this project is on the class path. The worker would find it there, outside of its
     * plugin's folder, and a zip that lacks a library would pass all tests.
     */
    static void refuseConnectors() {
        for (String service : SERVICES) {
            ClassLoader.getSystemClassLoader().resources(service).forEach(ClassPath::refuseOurs);
        }
    }

    private static void refuseOurs(URL service) {
        try (InputStream content = service.openStream()) {
            String classes = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            if (classes.lines().anyMatch(line -> line.strip().startsWith(OURS))) {
                throw new IllegalStateException("a connector is on the worker's class path: " + service);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + service, e);
        }
    }
}
