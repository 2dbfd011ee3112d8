package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.mysqlrelay.core.metric.PhaseNumber;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.record.SourceOffset;
import io.mysqlrelay.source.record.TransactionTracker;
import java.util.HashMap;
import java.util.Map;

/** The streaming phase: reads the binlog from where the migration's start or the stored offset says, for ever. */
final class ChangeReader extends BinlogReader {
    private final Assembly assembly;
    private final Run run;
    private final StartScan scan;

    /** @param scan for what the table model cannot follow */
    ChangeReader(Assembly assembly, BinaryLogClient client, Run run, StartScan scan) {
        super(assembly, client);
        this.scan = scan;
        this.assembly = assembly;
        this.run = run;
    }

    @Override
    public void execute(ChangeEventSourceContext context, MySqlPartition partition, MySqlOffsetContext ignored)
            throws InterruptedException {
        Map<String, ?> from = run.streamFrom();
        run.meter().phase(PhaseNumber.INCREMENTAL);
        SourcePosition start = SourceOffset.position(from);
        ResumeCheck.check(run.facts(), start);
        String loadEndText = SourceOffset.text(from, SourceOffset.LOAD_END);
        SourcePosition loadEnd = loadEndText == null ? null : SourcePosition.decode(loadEndText);
        String again = SourceOffset.text(from, SourceOffset.LOAD_AGAIN);
        Rereads rereads = Rereads.decode(again);
        Map<String, String> ofLoad = new HashMap<>();
        if (loadEnd != null) {
            ofLoad.put(SourceOffset.LOAD_END, loadEndText);
            if (again != null) {
                ofLoad.put(SourceOffset.LOAD_AGAIN, again);
            }
        }
        TransactionTracker tracker = new TransactionTracker(start, ofLoad);
        ModelRepair repair = new ModelRepair(run, scan, context);
        RowEvents rows = new RowEvents(
                run.model(),
                run.filter(),
                new ShapeReader(run.facts().collations(), run.facts().hiddenRowId()),
                run.stream(),
                rereads,
                repair);
        StatementEvents statements = new StatementEvents(
                run.facts(),
                run.filter(),
                new ModelFollower(run.model(), run.filter(), run.facts()::isTable, repair),
                run.stream(),
                loadEnd,
                rereads);
        int interval = assembly.config().heartbeatIntervalMs();
        Heartbeats heartbeats = new Heartbeats(interval, run.stream(), tracker, this::heartbeatIsFresh, run.meter());
        BinlogRouter router = new BinlogRouter(tracker, rows, statements, heartbeats, run.stream(), loadEnd);
        HeartbeatQuery query = interval == 0
                ? null
                : assembly.config()
                        .heartbeatQuery()
                        .map(q -> new HeartbeatQuery(run.facts().connections(), q, interval))
                        .orElse(null);
        try (query) {
            read(context, start, router::handle, () -> false);
        }
    }
}
