package io.mysqlrelay.source.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Finds a migration's start in a record's headers. The worker's header converter may have wrapped the text (JSON quotes
 * it, Avro puts a few bytes before it), so the position is searched in the bytes.
 */
final class BeginHeader {
    private static final Pattern POSITION = Pattern.compile("(?:gtids=[\\w:,-]*)?@[^\"@:\\s]+\\.\\d+:\\d+");

    private BeginHeader() {}

    static Optional<SourcePosition> position(Headers headers) {
        Header header = headers.lastHeader(StreamNames.BEGIN_HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Matcher position = POSITION.matcher(new String(header.value(), UTF_8));
        return position.find() ? Optional.of(SourcePosition.decode(position.group())) : Optional.empty();
    }
}
