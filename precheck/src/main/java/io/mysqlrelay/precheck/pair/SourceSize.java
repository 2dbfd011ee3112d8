package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much space the captured tables take, which is all that can be said about that of a target. */
public final class SourceSize {
    private static final String SIZES = "SELECT TABLE_SCHEMA, TABLE_NAME, DATA_LENGTH + INDEX_LENGTH"
            + " FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
            + " AND TABLE_SCHEMA NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    private static final double MIB = 1 << 20;

    private SourceSize() {}

    public static List<Finding> look(ServerFacts source) throws SQLException {
        Set<TableName> captured = new HashSet<>();
        source.tables().forEach(t -> captured.add(t.name()));
        double bytes = 0;
        for (String[] row : source.rows(SIZES)) {
            if (row[2] != null && captured.contains(new TableName(row[0], row[1]))) {
                bytes += Double.parseDouble(row[2]);
            }
        }
        String size = String.format(Locale.ROOT, "%,.0f MiB", Math.ceil(bytes / MIB));
        return List.of(Finding.unknown(
                "captured tables take about " + size + " on the source; the target does not tell how much space it has",
                "make sure that the target's disk has " + size + " free, and a fifth more"));
    }
}
