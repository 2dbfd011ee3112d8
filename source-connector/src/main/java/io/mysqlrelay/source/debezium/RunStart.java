package io.mysqlrelay.source.debezium;

import io.debezium.connector.mysql.MySqlPartition;
import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.source.meter.SourceMeter;
import io.mysqlrelay.source.record.ChangeOrigin;
import io.mysqlrelay.source.record.ChangeTopicWriter;
import io.mysqlrelay.source.topic.RunTicket;

/** Makes a run: its name, its stream into the queue, and its table model. */
final class RunStart {
    private final Assembly assembly;
    private final SourceFacts facts;
    private final MySqlPartition partition;
    private final SourceMeter meter;

    RunStart(Assembly assembly, SourceFacts facts, MySqlPartition partition, SourceMeter meter) {
        this.assembly = assembly;
        this.facts = facts;
        this.partition = partition;
        this.meter = meter;
    }

    Run run(RunTicket ticket) {
        CaptureFilter filter = new CaptureFilter(assembly.config().captured(), facts.lowerCaseTableNames() == 1);
        TableModel model = new TableModel(assembly.schema(), assembly.connectorConfig(), partition, filter);
        ChangeTopicWriter stream = new ChangeTopicWriter(
                assembly.config().changesTopic(),
                partition.getSourcePartition(),
                new ChangeOrigin(RelayVersion.current(), assembly.config().topicPrefix(), facts.serverId()),
                name(ticket.generation()),
                assembly.config().recordLimit(),
                (record, bytes) -> assembly.queue().enqueue(new SizedChange(record, bytes)),
                meter);
        return new Run(assembly.config(), facts, filter, model, stream, meter, ticket.from());
    }

    /** The time is for the eye that looks at the topic. */
    private static String name(long generation) {
        return generation + "-" + Long.toString(System.currentTimeMillis(), 36);
    }
}
