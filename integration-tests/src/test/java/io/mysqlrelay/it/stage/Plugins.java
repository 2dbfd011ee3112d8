package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.PluginZip;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A plugin path with the archives of this build, unzipped as users do it. */
public final class Plugins {
    /** One per JVM: another test run must not pull the archives from under a worker. */
    private static final Path FOLDER =
            Path.of("target", "plugins-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static final Path STOCK =
            Path.of("target", "stock-" + ProcessHandle.current().pid()).toAbsolutePath();

    private static boolean installed;

    private Plugins() {}

    public static synchronized List<Path> path() {
        if (!installed) {
            Folders.delete(FOLDER);
            PluginZip.install(source(), FOLDER);
            PluginZip.install(sink(), FOLDER);
            PluginZip.install(analyticDbSink(), FOLDER);
            installed = true;
        }
        return List.of(FOLDER);
    }

    /** {@link #path()}, and in a folder of its own the stock Debezium MySQL connector, whose jars the source's archive has as they are. */
    public static synchronized List<Path> withStockDebezium() {
        List<Path> ours = path();
        if (!Files.exists(STOCK)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                Path library = Files.createDirectories(STOCK.resolve("debezium-connector-mysql"));
                for (Path jar : files.filter(Plugins::isDebeziums).toList()) {
                    Files.copy(jar, library.resolve(jar.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make a folder with Debezium's connector", e);
            }
        }
        return List.of(ours.get(0), STOCK);
    }

    private static boolean isDebeziums(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar")
                && file.getParent().getParent().getFileName().toString().contains("-source-connector-")
                && !name.matches("(core|converter|precheck|source-connector)-.*");
    }

    public static Path source() {
        return PluginZip.builtBy(Path.of("..", "source-connector"));
    }

    public static Path analyticDbSink() {
        return PluginZip.builtBy(Path.of("..", "sink-adb-connector"));
    }

    public static Path sink() {
        return PluginZip.builtBy(Path.of("..", "sink-mysql-connector"));
    }
}
