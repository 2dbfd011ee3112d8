package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.precheck.server.IndexFact;
import io.mysqlrelay.precheck.server.TableFact;
import io.mysqlrelay.precheck.server.Variables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Indexes that the source's InnoDB takes and the target's does not (MySQL manual, "InnoDB Limits"). */
final class IndexLength {
    private static final int SMALL_PAGE = 4_096;
    private static final int HALF_PAGE = 8_192;
    private static final int FULL_PAGE = 16_384;
    private static final Set<String> SHORT_PREFIXES = Set.of("COMPACT", "REDUNDANT");
    private static final long SHORT = 767;

    private final Pair pair;

    IndexLength(Pair pair) {
        this.pair = pair;
    }

    List<Finding> look() throws SQLException {
        if (!pair.schema()) {
            return List.of(Finding.skipped("definitions are not migrated"));
        }
        Variables target = pair.target().variables();
        long pageLimit = limit(target.number("innodb_page_size", FULL_PAGE));
        boolean shortByDefault =
                SHORT_PREFIXES.contains(target.text("innodb_default_row_format").toUpperCase(Locale.ROOT));
        if (pageLimit >= limit(pair.source().variables().number("innodb_page_size", FULL_PAGE)) && !shortByDefault) {
            // Nothing that the source has can be longer.
            return List.of();
        }
        Map<List<Object>, ColumnFact> columns = new HashMap<>();
        for (ColumnFact column : pair.source().columns()) {
            columns.put(List.of(column.table(), column.name()), column);
        }
        long partLimit = shortByDefault ? Math.min(SHORT, pageLimit) : pageLimit;
        List<String> tooLong = new ArrayList<>();
        Set<TableName> innodb = new java.util.HashSet<>();
        for (TableFact table : pair.source().tables()) {
            if (table.engine().equalsIgnoreCase("InnoDB")) {
                innodb.add(table.name());
            }
        }
        for (IndexFact index : pair.source().indexes()) {
            if (!index.type().equals("BTREE") || !innodb.contains(index.table())) {
                continue;
            }
            long all = 0;
            long longest = 0;
            for (IndexFact.Part part : index.parts()) {
                long bytes =
                        part.column() == null ? 0 : bytes(part, columns.get(List.of(index.table(), part.column())));
                all += bytes;
                longest = Math.max(longest, bytes);
            }
            if (all > pageLimit || longest > partLimit) {
                tooLong.add(index + " (" + all + " bytes)");
            }
        }
        return tooLong.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "indexes are longer than the target takes: " + pageLimit + " bytes in all, " + partLimit
                                        + " of one column",
                                shortByDefault
                                        ? TargetRights.ON_TARGET
                                                + "SET GLOBAL innodb_default_row_format = 'DYNAMIC'; also in its"
                                                + " configuration file"
                                        : "set up the target with innodb_page_size of the source, or shorten the indexes")
                        .of(tooLong));
    }

    private static long limit(long page) {
        return page <= SMALL_PAGE ? 768 : page <= HALF_PAGE ? 1_536 : 3_072;
    }

    /** Text in its character set; other types are too short to matter, their largest takes 30 bytes. */
    private static long bytes(IndexFact.Part part, ColumnFact column) {
        if (column == null || column.octets() == 0) {
            return 30;
        }
        return part.prefix() == 0 || column.characters() == 0
                ? column.octets()
                : part.prefix() * (column.octets() / column.characters());
    }
}
