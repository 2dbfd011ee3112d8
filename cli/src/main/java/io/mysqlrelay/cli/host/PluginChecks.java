package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The prechecks in the connectors' archives, each in a class loader of its own as in a worker. What both sides and the
 * command share comes from the command's class path.
 */
final class PluginChecks implements AutoCloseable {
    private final Path folder;
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final Map<String, SidePrechecks> connectors = new HashMap<>();

    private PluginChecks(Path folder) {
        this.folder = folder;
    }

    static PluginChecks load() {
        try {
            PluginChecks plugins = new PluginChecks(Files.createTempDirectory("relay-precheck-"));
            try (Stream<Path> archives = Files.list(Plugins.unzip(plugins.folder))) {
                for (Path archive : archives.sorted().toList()) {
                    plugins.add(archive.resolve("lib"));
                }
            } catch (IOException | RuntimeException e) {
                plugins.close();
                throw e;
            }
            return plugins;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unzip the connectors' archives", e);
        }
    }

    private void add(Path library) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(library)) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), PluginChecks.class.getClassLoader());
        loaders.add(loader);
        for (SidePrechecks side : ServiceLoader.load(SidePrechecks.class, loader)) {
            connectors.put(side.connector(), side);
        }
    }

    /** @throws UserError if no archive has the class */
    SidePrechecks of(String connector) {
        SidePrechecks found = connectors.get(connector);
        if (found == null) {
            throw new UserError("connector.class " + connector + " has no prechecks. Those that have are "
                    + new TreeSet<>(connectors.keySet()) + ".");
        }
        return found;
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a connector's archive", e);
            }
        }
        Folders.delete(folder);
    }
}
