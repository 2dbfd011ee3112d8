package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.testkit.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Folders that are expensive to make and never change: unpacked servers and initialized data. Each is made once per
 * machine, beside its final place, and appears whole; several threads and JVMs may ask at the same time.
 *
 * <p>The cache is {@code ~/.cache/mysql-relay}; system property {@value #PROPERTY} moves it.
 */
final class CacheFolder {
    static final String PROPERTY = "relay.cache";

    private CacheFolder() {}

    /** Fills an empty folder. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    /** The cached folder of that name, filled now if it has never been. */
    static synchronized Path get(String name, Filler filler) {
        Path folder = root().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(root());
            // A file lock keeps out other JVMs; the method's monitor keeps out this JVM's other threads, for which a
            // second lock would throw instead of waiting.
            try (FileChannel channel = FileChannel.open(
                            root().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    Path unfinished = root().resolve(name + ".unfinished");
                    Folders.delete(unfinished);
                    Files.createDirectory(unfinished);
                    filler.fill(unfinished);
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    private static Path root() {
        String property = System.getProperty(PROPERTY);
        return property != null ? Path.of(property) : Path.of(System.getProperty("user.home"), ".cache", "mysql-relay");
    }
}
