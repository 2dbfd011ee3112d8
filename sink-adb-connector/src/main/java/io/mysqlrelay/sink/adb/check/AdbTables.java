package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.pair.ExistingTables;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.sink.adb.catalog.ShownTable;
import io.mysqlrelay.sink.adb.session.AdbErrors;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.jdbc.ErrorKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** AnalyticDB's tables. Only those that are there already are asked for one by one. */
final class AdbTables implements ExistingTables {
    private static final String NAMES =
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'";

    private final Pair pair;

    AdbTables(Pair pair) {
        this.pair = pair;
    }

    @Override
    public List<TableName> tables() throws SQLException {
        return pair.target().rows(NAMES).stream()
                .map(r -> new TableName(r[0], r[1]))
                .filter(n -> pair.target().scope().table(n))
                .toList();
    }

    @Override
    public List<TableName> filled(Collection<TableName> tables) throws SQLException {
        List<TableName> filled = new ArrayList<>();
        for (TableName table : tables) {
            if (pair.target().text("SELECT 1 FROM " + table.quoted() + " LIMIT 1") != null) {
                filled.add(table);
            }
        }
        return filled;
    }

    @Override
    public List<TableName> keyless(Collection<TableName> tables) throws SQLException {
        List<TableName> keyless = new ArrayList<>();
        for (TableName name : tables) {
            AdbTable table = read(name);
            if (table.key().isEmpty() || table.inKey(RowId.ID)) {
                keyless.add(name);
            }
        }
        return keyless;
    }

    /** The migration makes tables alone, so nothing else can meet anything. */
    @Override
    public List<ObjectFact> objects() {
        return List.of();
    }

    /** @param name of a table that is there */
    AdbTable read(TableName name) throws SQLException {
        return ShownTable.read(
                name, pair.target().rows("SHOW CREATE TABLE " + name.quoted()).get(0)[1]);
    }

    /** @return false if this AnalyticDB does not tell the account's grants */
    static boolean grantsOf(Pair pair) throws SQLException {
        try {
            return !pair.target().grants().grants().isEmpty();
        } catch (SQLException e) {
            if (AdbErrors.kind(e) == ErrorKind.CONNECTION) {
                throw e;
            }
            return false;
        }
    }
}
