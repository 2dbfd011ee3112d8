package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Columns;
import io.mysqlrelay.sink.adb.table.TableRule;
import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.TableBefore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Other definitions of columns that exist, and whether the values in AnalyticDB are still the source's behind them. The
 * source changes the rows that are there without an event. One object per statement.
 */
final class Redefinitions {
    private static final String CHANGED =
            "the source has changed values of rows that are there, and no event tells how";
    private static final int NEWEST = 99_999;

    private final TableBefore before;
    private final Map<String, ColumnDefinition> columns = new HashMap<>();
    private final TableRule rule;
    private final TypeRules types;
    private final ConversionModes modes;
    private final KeptValues values;
    private final EqualCasts casts;

    Redefinitions(DdlChange change, List<AlterClause> clauses, TableRule rule, TypeRules types) {
        this.before = change.before();
        this.rule = rule;
        this.types = types;
        this.modes = ConversionModes.of(change.session());
        this.values = new KeptValues(modes, before == null || options(clauses) ? null : before.charset());
        this.casts = new EqualCasts(values, modes.strict(), types.datesNullable());
        if (before != null) {
            before.columns().forEach(c -> columns.put(c.name().toLowerCase(Locale.ROOT), read(c)));
        }
    }

    /** Then columns without a character set of their own get another one than those before. */
    private static boolean options(List<AlterClause> clauses) {
        return clauses.stream()
                .anyMatch(c -> c instanceof AlterClause.Convert
                        || (c instanceof AlterClause.Other other
                                && other.what().matches("DEFAULT|CHARACTER|CHARSET|COLLATE")));
    }

    /** @return null if its type is not known */
    private static ColumnDefinition read(TableBefore.Column column) {
        if (column.type() == null) {
            return null;
        }
        String definition = TableName.quote(column.name()) + " " + column.type()
                + (column.nullable() ? "" : " NOT NULL") + (column.autoIncrement() ? " AUTO_INCREMENT" : "");
        return TableReader.read("CREATE TABLE t (" + definition + ")", SqlModes.DEFAULT, NEWEST)
                .map(TableDefinition::columns)
                .map(c -> c.get(0))
                .orElse(null);
    }

    /**
     * @param name as it was before the statement
     * @param wanted the type in AnalyticDB that the new definition has there
     * @return what is wrong with it, null for nothing
     */
    String lost(String name, ColumnDefinition to, AdbType wanted, boolean inKey) {
        if (before == null) {
            return KeptValues.mayRewrite(to)
                    ? "MODIFY " + name + " to " + name(to) + ": what it was before is not in the record, so "
                            + "the source may have changed values of rows that are there"
                    : null;
        }
        ColumnDefinition from = columns.get(name.toLowerCase(Locale.ROOT));
        if (from == null) {
            return "MODIFY " + name + " to " + name(to) + ": what it was before is not known, so "
                    + "the source may have changed values of rows that are there";
        }
        String what = "MODIFY " + name + " from " + name(from) + " to " + name(to) + ": ";
        AdbType held;
        try {
            held = Columns.translate(from, inKey, rule, types).type();
        } catch (RelayException unmapped) {
            return what + CHANGED;
        }
        if (held.equals(wanted)) {
            return values.kept(from, to, held.base() == Base.VARCHAR) ? null : what + CHANGED;
        }
        return casts.alike(from, to, held, wanted)
                ? null
                : what + "what the source has made of the rows that are there is not AnalyticDB's cast to " + wanted;
    }

    /** @return what is wrong with CONVERT TO CHARACTER SET, null for nothing */
    String lost(AlterClause.Convert convert) {
        String what = "CONVERT TO CHARACTER SET " + (convert.charset() == null ? "DEFAULT" : convert.charset());
        if (before == null) {
            return Texts.converts(null, convert.charset(), modes.strict())
                    ? null
                    : what + ": the source may have changed values of rows that are there";
        }
        List<String> changed = new ArrayList<>();
        before.columns().forEach(c -> {
            ColumnDefinition from = columns.get(c.name().toLowerCase(Locale.ROOT));
            if (from == null || !values.converted(from, convert.charset())) {
                changed.add(c.name());
            }
        });
        return changed.isEmpty() ? null : what + ", columns " + String.join(", ", changed) + ": " + CHANGED;
    }

    /** Members stay out: there may be thousands. */
    private static String name(ColumnDefinition column) {
        String sizes = column.sizes().isEmpty()
                ? ""
                : column.sizes().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        String charset = Texts.charset(column);
        return column.type()
                + sizes
                + (column.unsigned() ? " unsigned" : "")
                + (column.notNull() ? " NOT NULL" : "")
                + (charset == null ? "" : " CHARACTER SET " + charset);
    }
}
