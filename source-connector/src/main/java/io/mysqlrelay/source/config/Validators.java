package io.mysqlrelay.source.config;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Checks of single values. None repeats the value in its message: it may have come from a secret. */
final class Validators {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%\\[\\]-]+");
    private static final Pattern TOPIC_PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,230}");

    static final Validator HOST_NAME = text("host name or address, without port", HOST::matcher);
    static final Validator NOT_BLANK = text("not empty", Pattern.compile("(?s).*\\S.*")::matcher);
    static final Validator TOPIC_NAME_START =
            text("letters, digits, dot, underscore and hyphen, at most 230 of them", TOPIC_PREFIX::matcher);

    /** Regular expressions separated by commas, as Debezium's lists. */
    static final Validator PATTERNS = validator("comma-separated regular expressions", value -> {
        try {
            PatternList.parse((String) value);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "has an invalid regular expression: " + e.getDescription() + " near index " + e.getIndex(), e);
        }
    });

    static final Validator GTID_SET =
            validator("GTID set", value -> io.mysqlrelay.core.position.GtidSet.parse((String) value));

    static final Validator BINLOG_FILE =
            text("binlog file name with its number", Pattern.compile(".+\\.\\d+")::matcher);

    static final Validator TYPES = validator(MigrationTypes.ALLOWED, value -> {
        @SuppressWarnings("unchecked") // a LIST setting is parsed to a list of strings
        List<String> names = (List<String>) value;
        MigrationTypes.parse(names);
    });

    private Validators() {}

    /** Accepts one of the values, in any case. */
    static Validator oneOf(List<String> values) {
        return validator("one of " + String.join(", ", values), value -> {
            if (!values.contains(((String) value).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("must be one of " + String.join(", ", values));
            }
        });
    }

    private static Validator text(String form, java.util.function.Function<String, java.util.regex.Matcher> matcher) {
        return validator(form, value -> {
            if (!matcher.apply((String) value).matches()) {
                throw new IllegalArgumentException("must be: " + form);
            }
        });
    }

    /** @param check throws IllegalArgumentException with what is wrong; never called for a setting that is not set */
    static Validator validator(String description, Consumer<Object> check) {
        return LambdaValidator.with(
                (name, value) -> {
                    if (value == null) {
                        return;
                    }
                    try {
                        check.accept(value);
                    } catch (IllegalArgumentException e) {
                        throw new ConfigException(name + " " + e.getMessage());
                    }
                },
                () -> description);
    }
}
