package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.sink.adb.table.Remark;
import io.mysqlrelay.sink.adb.value.TextCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The type of each column, and what values lose by it. */
final class TypeChecks {
    /** AnalyticDB manual, "Limits": of one query. Every statement that writes rows names all columns. */
    private static final int MOST_WRITTEN = 1_024;
    /** Of one row. */
    private static final long LARGEST = 16L << 20;

    private static final Set<String> LARGE = Set.of("mediumblob", "longblob", "mediumtext", "longtext", "json");
    /** With them, and a strict mode, a source takes no zero date. */
    private static final List<String> NO_ZEROS = List.of("NO_ZERO_DATE", "NO_ZERO_IN_DATE");

    private final Pair pair;
    private final Assessed assessed;

    TypeChecks(Pair pair, Assessed assessed) {
        this.pair = pair;
        this.assessed = assessed;
    }

    List<Finding> look() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Problems.error(
                findings,
                ErrorCode.ADB_TYPE,
                "columns have no type in AnalyticDB",
                Problems.of(assessed, ErrorCode.ADB_TYPE));
        Problems.error(
                findings,
                ErrorCode.ADB_TYPE,
                "columns are of character sets that cannot be made UTF-8 here",
                pair.source().columns().stream()
                        .filter(c -> c.charset() != null && !TextCharsets.known(c.charset()))
                        .map(c -> c + " " + c.charset())
                        .toList());
        wide(findings);
        Problems.alert(
                findings,
                "columns hold values that AnalyticDB does not",
                "choose their types with adb.tables.<alias>.column.types (VARCHAR keeps all), or accept the loss",
                Problems.remarks(assessed, Remark.Kind.LOSS));
        zeroDates(findings);
        Problems.note(
                findings,
                "columns are defined in another way, or hold the same values in another form",
                Problems.remarks(assessed, Remark.Kind.FORM));
        return findings;
    }

    private void zeroDates(List<Finding> findings) throws SQLException {
        List<String> dates = Problems.remarks(assessed, Remark.Kind.ZERO_DATES);
        String modes = pair.source().variables().text("sql_mode").toUpperCase(Locale.ROOT);
        boolean taken = !Arrays.asList(modes.split(",")).containsAll(NO_ZEROS)
                || !SqlModes.parse(modes).strict();
        String what = "zero, partial and invalid dates become NULL, or refuse the row (adb.zero.date)";
        if (taken) {
            Problems.alert(
                    findings,
                    what + "; the source's sql_mode takes such dates",
                    "look whether there are any, and choose adb.zero.date, or VARCHAR by"
                            + " adb.tables.<alias>.column.types",
                    dates);
        } else {
            Problems.note(findings, what + "; the source's sql_mode takes none of them now", dates);
        }
    }

    private void wide(List<Finding> findings) throws SQLException {
        List<String> wide = new ArrayList<>();
        for (Map.Entry<TableName, TableDefinition> table :
                assessed.definitions().entrySet()) {
            int columns = table.getValue().columns().size();
            if (columns > MOST_WRITTEN) {
                wide.add(table.getKey() + " (" + columns + " columns)");
            }
        }
        Problems.alert(
                findings,
                "tables have more than " + MOST_WRITTEN + " columns, which AnalyticDB may not write in one statement",
                "leave the tables out with table.exclude.list, or try one in AnalyticDB before",
                wide);
    }

    /** AnalyticDB takes less than 16 MB in a statement, and bytes are written as two digits each. */
    List<Finding> large() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        if (pair.source().variables().number("max_allowed_packet", Long.MAX_VALUE) > LARGEST / 2) {
            Problems.note(
                    findings,
                    "columns may hold values that AnalyticDB does not take: texts of 16 MB, binaries of 8 MB",
                    pair.source().columns().stream()
                            .filter(c -> LARGE.contains(c.dataType()))
                            .map(ColumnFact::toString)
                            .toList());
        }
        return findings;
    }
}
