package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.testkit.connect.PluginZip;
import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The connector archives that come with the command, unzipped as a user would for a cluster. */
final class Plugins {
    private Plugins() {}

    /**
     * @param folder where to unzip; what an earlier start left there is removed first, since two versions of a connector
     *     side by side would be a matter of luck
     * @return the folder
     */
    static Path unzip(Path folder) {
        String home = System.getProperty("relay.home");
        if (home == null) {
            throw new UserError("relay.home is not set. Start the command by ./relay.");
        }
        Path archives = Path.of(home, "plugins");
        try (Stream<Path> zips = Files.list(archives)) {
            Folders.delete(folder);
            zips.filter(zip -> zip.toString().endsWith(".zip")).sorted().forEach(zip -> PluginZip.install(zip, folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the connector archives in " + archives, e);
        }
    }
}
