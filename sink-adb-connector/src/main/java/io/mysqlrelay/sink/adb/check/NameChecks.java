package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.sink.adb.table.Names;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names of the source in AnalyticDB. */
final class NameChecks {
    private final Pair pair;
    private final Assessed assessed;

    NameChecks(Pair pair, Assessed assessed) {
        this.pair = pair;
        this.assessed = assessed;
    }

    List<Finding> names() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (String database : pair.source().databases()) {
            String problem = pair.source().scope().database(database) ? Names.database(database) : null;
            if (problem != null) {
                wrong.add(database + ": " + problem);
            }
        }
        wrong.addAll(Problems.of(assessed, ErrorCode.ADB_NAME));
        List<Finding> findings = new ArrayList<>();
        Problems.error(findings, ErrorCode.ADB_NAME, "names are not allowed in AnalyticDB", wrong);
        return findings;
    }

    List<Finding> nameCase() throws SQLException {
        Map<TableName, Set<TableName>> same = new HashMap<>();
        for (TableName name : assessed.definitions().keySet()) {
            same.computeIfAbsent(pair.inTarget(name), n -> new TreeSet<>()).add(name);
        }
        List<String> twins = same.values().stream()
                .filter(names -> names.size() > 1)
                .flatMap(Set::stream)
                .map(TableName::toString)
                .toList();
        List<Finding> findings = new ArrayList<>();
        Problems.error(findings, ErrorCode.ADB_NAME, "names of tables differ in letter case alone", twins);
        long source = pair.source().variables().number("lower_case_table_names", 0);
        long target = pair.target().variables().number("lower_case_table_names", source);
        if (source != target) {
            findings.add(Finding.note(
                    "lower_case_table_names is " + source + " on the source and " + target
                            + " in AnalyticDB, so names may be shown in another letter case there",
                    ""));
        }
        return findings;
    }
}
