package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.it.stage.Plugins;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.sink.SinkConnector;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;

/** The committed page of settings is the one that the code gives. */
class ConfigurationPageIT {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    /** Set it to write the page instead of comparing it. */
    private static final boolean WRITE = System.getProperty("docs.update") != null;

    @Test
    void theCommittedPageIsUpToDate() throws IOException {
        List<Connector> connectors = new ArrayList<>(ours(SourceConnector.class));
        connectors.addAll(ours(SinkConnector.class));
        String page = ConfigurationPage.of(connectors, ours(Transformation.class));
        if (WRITE) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("stale: run it once with -Ddocs.update").content().isEqualTo(page);
    }

    /** From the archives, as a worker loads them. Debezium's own connector is offered by its jar too. */
    private static <T> List<T> ours(Class<T> kind) throws IOException {
        List<T> found = new ArrayList<>();
        for (Path root : Plugins.path()) {
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.sorted().toList()) {
                    found.addAll(ours(kind, folder.resolve("lib")));
                }
            }
        }
        return found;
    }

    private static <T> List<T> ours(Class<T> kind, Path library) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(library)) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        @SuppressWarnings("resource") // the connectors load more classes later
        URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), kind.getClassLoader());
        return ServiceLoader.load(kind, loader).stream()
                .filter(provider -> provider.type().getName().startsWith("io.mysqlrelay."))
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
