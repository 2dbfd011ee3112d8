package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a server program names itself. */
final class ServerVersion {
    private static final Pattern VERSION = Pattern.compile("Ver\\s+(\\d+\\.\\d+\\.\\d+)");

    private ServerVersion() {}

    static String of(Path mysqld) {
        try {
            Process process = new ProcessBuilder(mysqld.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            Matcher matcher = VERSION.matcher(words);
            if (matcher.find()) {
                return matcher.group(1);
            }
            MissingLibrary.check(words);
            throw new RelayException(
                    ErrorCode.EMBEDDED_START_FAILED, mysqld + " does not tell its version; it says: " + words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + mysqld, e);
        }
    }
}
