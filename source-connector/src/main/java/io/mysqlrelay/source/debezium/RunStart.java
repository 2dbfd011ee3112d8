package io.mysqlrelay.source.debezium;

import io.debezium.connector.mysql.MySqlPartition;
import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.source.record.ChangeOrigin;
import io.mysqlrelay.source.record.ChangeTopicWriter;
import java.util.concurrent.ThreadLocalRandom;

/** Makes a run: its name, its stream into the queue, and its table model. */
final class RunStart {
    private final Assembly assembly;
    private final SourceFacts facts;
    private final MySqlPartition partition;

    RunStart(Assembly assembly, SourceFacts facts, MySqlPartition partition) {
        this.assembly = assembly;
        this.facts = facts;
        this.partition = partition;
    }

    Run run() {
        CaptureFilter filter = new CaptureFilter(assembly.config().captured(), facts.lowerCaseTableNames() == 1);
        TableModel model = new TableModel(assembly.schema(), assembly.connectorConfig(), partition, filter);
        ChangeTopicWriter stream = new ChangeTopicWriter(
                assembly.config().changesTopic(),
                partition.getSourcePartition(),
                new ChangeOrigin(RelayVersion.current(), assembly.config().topicPrefix(), facts.serverId()),
                name(),
                (record, bytes) -> assembly.queue().enqueue(new SizedChange(record, bytes)));
        return new Run(assembly.config(), facts, filter, model, stream);
    }

    /** Time first, so that a look at the topic shows which run is which; nobody compares them. */
    private static String name() {
        return Long.toString(System.currentTimeMillis(), 36) + "-"
                + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 20), 36);
    }
}
