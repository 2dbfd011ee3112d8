package io.mysqlrelay.testkit.adb.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.druid.sql.dialect.mysql.ast.statement.MySqlCreateTableStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingDialect;
import io.mysqlrelay.testkit.adb.model.Catalog;
import io.mysqlrelay.testkit.adb.model.TableFacts;
import io.mysqlrelay.testkit.adb.model.TableName;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;

/** The rules over a cluster of database {@code d} whose tables are known by their CREATE TABLE. */
final class Rig implements Catalog {
    private final Map<TableName, TableFacts> tables = new HashMap<>();
    private final boolean illegalDatesFail;
    private final boolean widening;

    Rig(String... creates) {
        this(false, true, creates);
    }

    Rig(boolean illegalDatesFail, boolean widening, String... creates) {
        this.illegalDatesFail = illegalDatesFail;
        this.widening = widening;
        for (String create : creates) {
            TableFacts table = CreateTable.read(Grammar.one(create, MySqlCreateTableStatement.class), "d");
            tables.put(table.name(), table);
        }
    }

    @Override
    public TableFacts table(TableName name) {
        return tables.get(name);
    }

    @Override
    public int tables(String database) {
        return (int) tables.keySet().stream()
                .filter(name -> name.database().equals(database))
                .count();
    }

    Plan plan(String sql) {
        Cluster cluster = new Cluster(this, new BackingDialect(true, "utf8mb4_0900_bin"), illegalDatesFail, widening);
        return new Statements(cluster).plan(sql, "d");
    }

    /** What the backing server would run. */
    String sql(String sql) {
        return plan(sql).sql();
    }

    AbstractThrowableAssert<?, ? extends Throwable> refused(String sql) {
        return assertThatThrownBy(() -> plan(sql)).as(sql).isInstanceOf(AdbError.class);
    }
}
