package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.precheck.server.IndexFact;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.precheck.server.TableFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A MySQL target. */
final class MySqlTables implements ExistingTables {
    /** Tables per statement that looks for rows. */
    private static final int AT_ONCE = 200;

    private final Pair pair;

    MySqlTables(Pair pair) {
        this.pair = pair;
    }

    @Override
    public List<TableName> tables() throws SQLException {
        return pair.target().tables().stream().map(TableFact::name).toList();
    }

    @Override
    public List<TableName> filled(Collection<TableName> tables) throws SQLException {
        List<TableName> all = List.copyOf(tables);
        List<TableName> filled = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            StringBuilder sql = new StringBuilder();
            for (int i = from; i < Math.min(all.size(), from + AT_ONCE); i++) {
                sql.append(sql.isEmpty() ? "" : " UNION ALL ")
                        .append("(SELECT ")
                        .append(i)
                        .append(" FROM ")
                        .append(all.get(i).quoted())
                        .append(" LIMIT 1)");
            }
            for (String index : pair.target().column(sql.toString())) {
                filled.add(all.get(Integer.parseInt(index)));
            }
        }
        return filled;
    }

    @Override
    public List<TableName> keyless(Collection<TableName> tables) throws SQLException {
        Set<TableName> keyed = pair.target().indexes().stream()
                .filter(IndexFact::identifies)
                .map(IndexFact::table)
                .collect(Collectors.toSet());
        List<TableName> keyless = new ArrayList<>();
        for (TableName name : tables) {
            if (!keyed.contains(name) && !keyed.contains(pair.inTarget(name))) {
                keyless.add(name);
            }
        }
        return keyless;
    }

    @Override
    public List<ObjectFact> objects() throws SQLException {
        return pair.target().objects();
    }
}
