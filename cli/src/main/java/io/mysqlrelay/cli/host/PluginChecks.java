package io.mysqlrelay.cli.host;

import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.SidePrechecks;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The prechecks in the connectors' archives, each in a class loader of its own as in a worker. What both sides and the
 * command share comes from the command's class path.
 */
final class PluginChecks implements AutoCloseable {
    private final Path folder;
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final Map<Side, SidePrechecks> sides = new EnumMap<>(Side.class);

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
            sides.put(side.side(), side);
        }
    }

    SidePrechecks of(Side side) {
        return sides.get(side);
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
