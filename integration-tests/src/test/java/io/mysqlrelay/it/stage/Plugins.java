package io.mysqlrelay.it.stage;

import io.mysqlrelay.testkit.connect.PluginZip;
import io.mysqlrelay.testkit.process.Folders;
import java.nio.file.Path;
import java.util.List;

/** A plugin path with the archives of this build, unzipped as users do it. */
public final class Plugins {
    /** One per JVM: another test run must not pull the archives from under a worker. */
    private static final Path FOLDER =
            Path.of("target", "plugins-" + ProcessHandle.current().pid()).toAbsolutePath();

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
