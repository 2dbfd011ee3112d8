package io.mysqlrelay.sink.mysql.apply;

import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.mysql.plan.SqlText;
import io.mysqlrelay.sink.mysql.plan.SysbenchTable;
import io.mysqlrelay.sink.mysql.plan.TablePlan;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a full window costs before the server sees it, per change. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WindowBenchmark {
    private static final int CHANGES = 5_000;
    private static final int ROWS = 1_000;

    private final Map<RowShape, TablePlan> plans = new HashMap<>();
    private List<RowChange> window;
    private List<RowChange> ofOneTable;
    private List<RowChange> insertions;
    private TablePlan plan;

    @Setup
    public void fill() {
        Backlog backlog = new Backlog("bench", 4, 100_000, new Random(1));
        backlog.grow(CHANGES);
        for (RowShape shape : backlog.shapes) {
            plans.put(shape, SysbenchTable.plan(shape));
        }
        window = backlog.changes.subList(0, CHANGES);
        RowShape first = backlog.shapes.get(0);
        plan = plans.get(first);
        List<RowChange> some =
                backlog.changes.stream().filter(c -> c.shape() == first).toList();
        ofOneTable = some.subList(0, CHANGES / 2);
        insertions = some.stream()
                .filter(c -> c.op() == RowChange.Op.INSERT)
                .limit(ROWS)
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public List<List<RowChange>> lanes() throws SQLException {
        return Lanes.split(window, shape -> plans.get(shape).lanes(), 4);
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES / 2)
    public List<Rearranged.Part> rearrangement() {
        return Rearranged.of(plan, ofOneTable);
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES / 2)
    public List<RowChange> reductionInSafeMode() {
        return new SafeChanges(plan, ofOneTable).remaining();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public SqlText insertStatement() {
        SqlText sql = new SqlText();
        plan.insert(sql, "INSERT", insertions.stream().map(RowChange::after).toList());
        return sql;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public SqlText deleteStatement() {
        SqlText sql = new SqlText();
        plan.deleteAll(sql, insertions.stream().map(c -> plan.key(c.after())).toList());
        return sql;
    }
}
