package io.mysqlrelay.testkit.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A connector's archive as users install it: one folder, unzipped into a folder of the worker's plugin path. */
public final class PluginZip {
    private PluginZip() {}

    /**
     * The archive that a module's build left in its {@code target} folder.
     *
     * @param module the module's folder, such as {@code ../sink-mysql-connector}
     */
    public static Path builtBy(Path module) {
        Path target = module.resolve("target");
        Path found = null;
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> zips = Files.newDirectoryStream(target, "*.zip")) {
                for (Path zip : zips) {
                    if (found != null) {
                        throw new IllegalStateException("more than one zip in " + target + "; build from clean");
                    }
                    found = zip;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list " + target, e);
            }
        }
        if (found == null) {
            throw new IllegalStateException("no zip in " + target + "; build it first: mvn package");
        }
        return found;
    }

    /** Unzips an archive below the given folder of a plugin path. */
    public static void install(Path zip, Path pluginFolder) {
        Path root = pluginFolder.toAbsolutePath().normalize();
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream archive = new ZipInputStream(file)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path place = root.resolve(entry.getName()).normalize();
                if (!place.startsWith(root)) {
                    throw new IOException("it holds a file outside its root: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(place);
                } else {
                    Files.createDirectories(place.getParent());
                    Files.copy(archive, place, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unzip " + zip + " into " + pluginFolder, e);
        }
    }
}
