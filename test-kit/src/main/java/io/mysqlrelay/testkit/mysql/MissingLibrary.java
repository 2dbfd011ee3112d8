package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the dynamic linker's complaint: minimal images lack libaio and libnuma, which every MySQL server needs. */
final class MissingLibrary {
    private static final Pattern COMPLAINT =
            Pattern.compile("error while loading shared libraries: (\\S+): cannot open shared object file");

    private MissingLibrary() {}

    /** Throws when the words of a program that did not start are about a missing library. */
    static void check(String words) {
        Matcher matcher = COMPLAINT.matcher(words);
        if (matcher.find()) {
            throw new RelayException(
                    ErrorCode.EMBEDDED_LIBRARY_MISSING, "the MySQL server needs the library " + matcher.group(1));
        }
    }
}
