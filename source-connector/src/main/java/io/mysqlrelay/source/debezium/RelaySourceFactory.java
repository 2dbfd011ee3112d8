package io.mysqlrelay.source.debezium;

import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.pipeline.notification.NotificationService;
import io.debezium.pipeline.source.spi.ChangeEventSourceFactory;
import io.debezium.pipeline.source.spi.SnapshotChangeEventSource;
import io.debezium.pipeline.source.spi.SnapshotProgressListener;
import io.debezium.pipeline.source.spi.StreamingChangeEventSource;
import java.util.function.Supplier;

/** Puts our start and our reader where Debezium has its snapshot and its streaming. */
final class RelaySourceFactory implements ChangeEventSourceFactory<MySqlPartition, MySqlOffsetContext> {
    private final MigrationStart start;
    private final Supplier<ChangeReader> reader;

    RelaySourceFactory(MigrationStart start, Supplier<ChangeReader> reader) {
        this.start = start;
        this.reader = reader;
    }

    @Override
    public SnapshotChangeEventSource<MySqlPartition, MySqlOffsetContext> getSnapshotChangeEventSource(
            SnapshotProgressListener<MySqlPartition> listener,
            NotificationService<MySqlPartition, MySqlOffsetContext> notifications) {
        return start;
    }

    @Override
    public StreamingChangeEventSource<MySqlPartition, MySqlOffsetContext> getStreamingChangeEventSource() {
        return reader.get();
    }
}
