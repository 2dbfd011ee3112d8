package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.pair.SameNames;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Columns;
import io.mysqlrelay.sink.adb.table.RowId;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tables that the migration finds in AnalyticDB and would write into. */
final class ExistingMatch {
    private final Pair pair;
    private final SameNames names;
    private final AdbTables tables;
    private final Assessed assessed;
    private final DdlRules rules;

    private final List<String> missing = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> keyless = new ArrayList<>();

    ExistingMatch(Pair pair, SameNames names, AdbTables tables, Assessed assessed, DdlRules rules) {
        this.pair = pair;
        this.names = names;
        this.tables = tables;
        this.assessed = assessed;
        this.rules = rules;
    }

    /** Once. */
    List<Finding> look() throws SQLException {
        if (pair.begun()) {
            return List.of(Finding.skipped("the migration has begun, so the tables are its own"));
        }
        if (pair.schema() && !pair.proceed()) {
            return List.of(Finding.skipped("the migration creates the tables"));
        }
        for (TableName name : names.existing()) {
            compare(
                    assessed.definitions().get(name),
                    tables.read(name),
                    assessed.attempts().get(name));
        }
        List<Finding> findings = new ArrayList<>();
        Problems.error(findings, ErrorCode.COLUMN_MISSING, "columns are missing in tables of AnalyticDB", missing);
        Problems.error(findings, ErrorCode.ADB_TYPE, "columns cannot hold every value of the source's", unfit);
        Problems.error(
                findings, ErrorCode.ADB_KEY, "keys in AnalyticDB take different rows of the source for one", keys);
        Problems.error(findings, ErrorCode.ADB_KEYLESS, "tables in AnalyticDB have no primary key", keyless);
        if (!pair.proceed()) {
            Problems.error(
                    findings,
                    ErrorCode.COLUMN_EXTRA,
                    "tables of AnalyticDB have columns that the source's do not have",
                    extra);
        }
        return findings;
    }

    private void compare(TableDefinition source, AdbTable found, TableTranslation.Attempt attempt) {
        for (ColumnDefinition column : source.columns()) {
            AdbColumn there = found.column(column.name()).orElse(null);
            if (there == null) {
                missing.add(found.name() + "." + column.name() + " " + column.type());
            } else if (!column.notNull() && there.notNull()) {
                unfit.add(found.name() + "." + column.name() + ": takes NULL on the source, NOT NULL in AnalyticDB");
            } else if (attempt.made() != null) {
                // As outside of the key, where types are no wider than the source's.
                AdbType wanted = Columns.translate(column, false, rules.tables().of(found.name()), rules.types())
                        .type();
                if (!holds(there.type(), wanted)) {
                    unfit.add(found.name() + "." + column.name() + ": " + there.type() + " in AnalyticDB, wanted "
                            + wanted);
                }
            }
        }
        found.columns().stream()
                .map(AdbColumn::name)
                .filter(c -> source.column(c).isEmpty() && !RowId.isOne(c))
                .forEach(c -> extra.add(found.name() + "." + c));
        key(source, found);
    }

    private void key(TableDefinition source, AdbTable found) {
        List<String> chosen = rules.tables().of(found.name()).primaryKey();
        boolean asChosen = !chosen.isEmpty() && chosen.stream().allMatch(found::inKey);
        if (found.key().isEmpty()) {
            keyless.add(found.name().toString());
        } else if (!found.inKey(RowId.ID) && !asChosen && !KeyChecks.Identities.within(source, found.key())) {
            keys.add(found.name() + " (" + String.join(", ", found.key()) + ")");
        }
    }

    /** @param wanted what the sink would make of the column */
    private static boolean holds(AdbType there, AdbType wanted) {
        if (there.equals(wanted) || there.widens(wanted)) {
            return true;
        }
        return switch (there.base()) {
            case VARCHAR -> wanted.base() != Base.BINARY;
            case DATETIME -> wanted.base() == Base.TIMESTAMP;
            case TIMESTAMP -> wanted.base() == Base.DATETIME;
            case DECIMAL ->
                wanted.base() == Base.DECIMAL
                        && there.sizes().get(1) >= wanted.sizes().get(1)
                        && there.sizes().get(0) - there.sizes().get(1)
                                >= wanted.sizes().get(0) - wanted.sizes().get(1);
            default -> false;
        };
    }
}
