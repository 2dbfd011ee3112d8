package io.mysqlrelay.sink.decode;

import io.mysqlrelay.core.stream.RecordIdentity;
import io.mysqlrelay.core.stream.StreamNames;
import io.mysqlrelay.sink.change.StreamValue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a record, as the converter gives it, to a row change. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecodeBenchmark {
    private final RecordDecoder decoder = new RecordDecoder();
    private SinkRecord update;

    @Setup
    public void make() {
        Schema image = SchemaBuilder.struct()
                .name("bench.Value")
                .optional()
                .field("id", Schema.OPTIONAL_INT32_SCHEMA)
                .field("k", Schema.OPTIONAL_INT32_SCHEMA)
                .field("c", Schema.OPTIONAL_STRING_SCHEMA)
                .field("pad", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Schema source = SchemaBuilder.struct()
                .name("io.debezium.connector.mysql.Source")
                .field("ts_ms", Schema.INT64_SCHEMA)
                .field("db", Schema.STRING_SCHEMA)
                .field("table", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Schema envelope = SchemaBuilder.struct()
                .name("bench.Envelope")
                .field("before", image)
                .field("after", image)
                .field("source", source)
                .field("op", Schema.STRING_SCHEMA)
                .field("ts_ms", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
        Struct row = new Struct(image)
                .put("id", 1)
                .put("k", 2)
                .put("c", "c".repeat(119))
                .put("pad", "p".repeat(59));
        Struct value = new Struct(envelope)
                .put("before", row)
                .put("after", row)
                .put(
                        "source",
                        new Struct(source).put("ts_ms", 1L).put("db", "bench").put("table", "sbtest1"))
                .put("op", "u")
                .put("ts_ms", 2L);
        update = new SinkRecord("bench", 0, null, null, envelope, value, 1, 0L, TimestampType.CREATE_TIME);
        String transaction = "3e11fa47-71ca-11e1-9e33-c80aa9429562:123456";
        update.headers()
                .addString(StreamNames.IDENTITY_HEADER, new RecordIdentity("1-run", 1, 0, transaction).encode());
    }

    @Benchmark
    public StreamValue update() {
        return decoder.value(update, decoder.identity(update));
    }
}
