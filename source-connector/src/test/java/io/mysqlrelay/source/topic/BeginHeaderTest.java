package io.mysqlrelay.source.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.position.BinlogPosition;
import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.core.stream.StreamNames;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class BeginHeaderTest {
    private static final SourcePosition WITH_GTIDS = new SourcePosition(
            GtidSet.parse("3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:7,3e11fa47-71ca-11e1-9e33-c80aa9429563:tag:1-2"),
            new BinlogPosition("mysql-bin.000012", 4711));
    private static final SourcePosition EMPTY_GTIDS =
            new SourcePosition(GtidSet.parse(""), new BinlogPosition("binlog.1000000", 157));
    private static final SourcePosition WITHOUT = new SourcePosition(null, new BinlogPosition("binlog.000001", 4));

    @Test
    void isReadWhateverTheHeaderConverterMadeOfIt() {
        for (SourcePosition position : new SourcePosition[] {WITH_GTIDS, EMPTY_GTIDS, WITHOUT}) {
            assertThat(read(position.encode())).contains(position);
            assertThat(read("\"" + position.encode() + "\"")).contains(position);
            assertThat(read("{\"schema\":{\"type\":\"string\"},\"payload\":\"" + position.encode() + "\"}"))
                    .contains(position);
            assertThat(read("\0\0\0\0\1\u00d6\2" + position.encode())).contains(position);
        }
    }

    @Test
    void recordsWithoutItAreNotABegin() {
        assertThat(BeginHeader.position(new RecordHeaders())).isEmpty();
    }

    private static java.util.Optional<SourcePosition> read(String value) {
        return BeginHeader.position(new RecordHeaders().add(StreamNames.BEGIN_HEADER, value.getBytes(UTF_8)));
    }
}
