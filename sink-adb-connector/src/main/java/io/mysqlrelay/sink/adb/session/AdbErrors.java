package io.mysqlrelay.sink.adb.session;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What errors of AnalyticDB mean. Its messages look like {@code [17003, 2020051513063717201600100703453067067] table not
 * exist => t}: a code, a trace id, a text. There is no public list of the codes, so known texts decide where the code
 * does not, and MySQL's own numbers where neither does.
 */
public final class AdbErrors {
    private static final Pattern MESSAGE = Pattern.compile("\\[(\\d+),\\s*([\\w-]+)]");

    private static final Map<String, ErrorKind> BY_CODE = Map.of("17003", ErrorKind.OTHER, "40039", ErrorKind.OTHER);

    private static final List<String> TYPE_CHANGES = List.of(
            "modify column type is not supported", "modify precision is not supported", "can't change column type");

    /** A cluster that is locked, backed up or rebuilt refuses for minutes or hours, and nothing is wrong with the data. */
    private static final List<String> BUSY = List.of(
            "not allowed in readonly mode",
            "readonly",
            "read only",
            "read-only",
            "resource busy",
            "backup",
            "build task",
            "disk is full",
            "disk usage",
            "locked",
            "too many connections",
            "try again");

    private static final List<String> DATA = List.of(
            "bad value", "data too", "not null", "out of range", "can not be null", "cannot be null", "incorrect");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");

    /** MySQL's "unknown error", under which AnalyticDB says most of what it says. */
    private static final int UNSPECIFIC = 1105;

    private static final List<String> FINAL =
            List.of("not supported", "not exist", "invalid", "doesn't match", "syntax", "denied", "exceeds");

    private static final List<String> NEVER = List.of("not supported", "not exist", "syntax");

    private AdbErrors() {}

    public static ErrorKind kind(SQLException error) {
        ErrorKind byNumber = SqlErrors.kind(error);
        if (byNumber != ErrorKind.OTHER) {
            return byNumber;
        }
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        Matcher coded = MESSAGE.matcher(text);
        if (coded.find() && BY_CODE.containsKey(coded.group(1))) {
            return BY_CODE.get(coded.group(1));
        }
        if (text.contains("exceeds 16 mb") || text.contains("too large")) {
            return ErrorKind.TOO_BIG;
        }
        // Names and values may hold any of the words.
        String said = QUOTED.matcher(text).replaceAll("");
        if (DATA.stream().anyMatch(said::contains)) {
            return ErrorKind.DATA;
        }
        return BUSY.stream().anyMatch(said::contains) ? ErrorKind.BUSY : ErrorKind.OTHER;
    }

    /**
     * Of a statement that writes rows, the relay's own too, and may be repeated as often as one likes: what is not known to
     * be final is tried again for a while, because a cluster in trouble says so in many words.
     */
    public static ErrorKind kindForRows(SQLException error) {
        ErrorKind kind = kind(error);
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        boolean unspecific = kind == ErrorKind.OTHER
                && error.getErrorCode() == UNSPECIFIC
                && !MESSAGE.matcher(text).find()
                && FINAL.stream().noneMatch(text::contains);
        return unspecific ? ErrorKind.BUSY : kind;
    }

    /**
     * Of a statement about a view, which nothing has to wait for: what says that it is final is so, although a name without
     * quotes in the message may hold a word that means "later" elsewhere.
     */
    public static ErrorKind kindForView(SQLException error) {
        ErrorKind kind = kind(error);
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return kind == ErrorKind.BUSY && NEVER.stream().anyMatch(text::contains) ? ErrorKind.OTHER : kind;
    }

    /** True if the target refuses to give a column that type. */
    public static boolean typeChange(SQLException error) {
        String text = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("[40039,") || TYPE_CHANGES.stream().anyMatch(text::contains);
    }

    /** Code, trace id, number and SQLState; without the text, which may hold row values. */
    public static String numbers(SQLException error) {
        Matcher coded = MESSAGE.matcher(String.valueOf(error.getMessage()));
        return (coded.find() ? "AnalyticDB error " + coded.group(1) + ", trace " + coded.group(2) + ", " : "")
                + SqlErrors.numbers(error);
    }

    /**
     * Not for statements with row values, nor for the source's: the message keeps the server's text.
     *
     * @param doing what was going on, for the message
     * @return never for what a later try may do
     */
    public static RelayException translate(SQLException error, String doing) throws TransientTargetException {
        return translate(error, doing + ": " + numbers(error), ": " + error.getMessage(), error);
    }

    /** The same for statements with row values: without the server's text and without a cause, because both may hold them. */
    public static RelayException translateRows(SQLException error, String doing) throws TransientTargetException {
        return translate(error, doing + ": " + numbers(error), "", null);
    }

    private static RelayException translate(SQLException error, String what, String text, SQLException cause)
            throws TransientTargetException {
        return switch (kindForRows(error)) {
            case CONNECTION -> throw new TransientTargetException(Kind.CONNECTION, what, cause);
            case BUSY -> throw new TransientTargetException(Kind.OTHER, what, cause);
            case LOGIN -> new RelayException(ErrorCode.TARGET_LOGIN, what, cause);
            case PRIVILEGE -> new RelayException(ErrorCode.TARGET_PRIVILEGE, what + text, cause);
            case TOO_BIG, DATA, DUPLICATE, OTHER -> new RelayException(ErrorCode.TARGET_ERROR, what + text, cause);
        };
    }
}
