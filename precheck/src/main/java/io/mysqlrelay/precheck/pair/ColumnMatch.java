package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ColumnFact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Columns of tables that the migration finds in the target. */
final class ColumnMatch {
    private final Pair pair;

    ColumnMatch(Pair pair) {
        this.pair = pair;
    }

    /** A column and the one of the same name, if there is one, in the other server's table. */
    private record Couple(ColumnFact source, ColumnFact target) {}

    private List<Finding> unlessOwn() throws SQLException {
        if (pair.begun()) {
            return List.of(Finding.skipped("the migration has begun, so the tables are its own"));
        }
        return pair.schema() && !pair.proceed()
                ? List.of(Finding.skipped("the migration creates the tables"))
                : List.of();
    }

    List<Finding> columns() throws SQLException {
        List<Finding> findings = new ArrayList<>(unlessOwn());
        if (!findings.isEmpty()) {
            return findings;
        }
        List<String> missing = new ArrayList<>();
        List<String> unfit = new ArrayList<>();
        String fix = "";
        Set<List<String>> carried = new HashSet<>();
        for (Couple couple : couples()) {
            ColumnFact column = couple.source();
            carried.add(key(column));
            if (couple.target() == null) {
                missing.add(column + " " + column.columnType());
            } else if (!couple.target().generated()) {
                String reason = ColumnFit.problem(column, couple.target());
                if (reason != null) {
                    unfit.add(column + ": " + reason);
                    fix = fix.isEmpty() ? modify(column) : fix;
                }
            }
        }
        add(
                missing,
                ErrorCode.COLUMN_MISSING,
                "columns are missing in tables of the target",
                "ALTER TABLE ... ADD COLUMN in the target, as in the source",
                findings);
        add(
                unfit,
                ErrorCode.VALUE_CHANGED,
                "columns of the target cannot hold every value of the source's",
                TargetRights.ON_TARGET + fix + (unfit.size() > 1 ? "; and the others in the same way" : ""),
                findings);
        if (!pair.proceed()) {
            add(
                    extra(carried),
                    ErrorCode.COLUMN_EXTRA,
                    "tables of the target have columns that the source's do not have",
                    "ALTER TABLE ... DROP COLUMN in the target, or set target.existing.tables=proceed",
                    findings);
        }
        return findings;
    }

    List<Finding> generated() throws SQLException {
        List<Finding> findings = new ArrayList<>(unlessOwn());
        if (!findings.isEmpty()) {
            return findings;
        }
        List<String> closed = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Couple couple : couples()) {
            if (couple.target() != null
                    && couple.target().generated() != couple.source().generated()) {
                (couple.target().generated() ? closed : plain)
                        .add(couple.source().toString());
            }
        }
        add(
                closed,
                ErrorCode.ROW_REFUSED,
                "columns are generated in the target and not in the source, so their values cannot be written",
                "ALTER TABLE ... DROP COLUMN and ADD COLUMN in the target, as in the source",
                findings);
        if (!plain.isEmpty()) {
            findings.add(Finding.alert(
                            "columns are generated in the source and not in the target; they keep their default there,"
                                    + " because values of generated columns are not written",
                            "ALTER TABLE ... DROP COLUMN and ADD COLUMN in the target, as in the source")
                    .of(plain));
        }
        return findings;
    }

    private static void add(List<String> columns, ErrorCode code, String found, String fix, List<Finding> findings) {
        if (!columns.isEmpty()) {
            findings.add(Finding.error(found, fix).of(columns).code(code));
        }
    }

    /** Of tables that both have. MySQL compares names of columns in any case. */
    private List<Couple> couples() throws SQLException {
        Map<List<String>, ColumnFact> there = new HashMap<>();
        Set<TableName> tables = new HashSet<>();
        for (ColumnFact column : pair.target().columns()) {
            there.put(key(column), column);
            tables.add(pair.inTarget(column.table()));
        }
        Map<List<String>, Couple> couples = new LinkedHashMap<>();
        for (ColumnFact column : pair.source().columns()) {
            if (tables.contains(pair.inTarget(column.table()))) {
                couples.put(key(column), new Couple(column, there.get(key(column))));
            }
        }
        return List.copyOf(couples.values());
    }

    private List<String> extra(Set<List<String>> carried) throws SQLException {
        Set<TableName> ours = new HashSet<>();
        for (ColumnFact column : pair.source().columns()) {
            ours.add(pair.inTarget(column.table()));
        }
        List<String> extra = new ArrayList<>();
        for (ColumnFact column : pair.target().columns()) {
            if (ours.contains(pair.inTarget(column.table())) && !column.generated() && !carried.contains(key(column))) {
                extra.add(column.toString());
            }
        }
        return extra;
    }

    private List<String> key(ColumnFact column) throws SQLException {
        TableName table = pair.inTarget(column.table());
        return List.of(table.database(), table.table(), column.name().toLowerCase(Locale.ROOT));
    }

    private static String modify(ColumnFact column) {
        return "ALTER TABLE " + column.table().quoted() + " MODIFY COLUMN " + TableName.quote(column.name()) + " "
                + column.columnType()
                + (column.charset() == null
                        ? ""
                        : " CHARACTER SET " + column.charset() + " COLLATE " + column.collation())
                + (column.nullable() ? " NULL" : " NOT NULL");
    }
}
