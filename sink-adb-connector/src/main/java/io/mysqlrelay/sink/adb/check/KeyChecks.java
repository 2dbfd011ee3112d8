package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.sink.adb.ddl.DdlRules;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType.Base;
import io.mysqlrelay.sink.adb.table.Remark;
import io.mysqlrelay.sink.adb.table.TableRule;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The key of each table, and the settings of single tables. */
final class KeyChecks {
    /** AnalyticDB manual, "Schema design": more is too much for a table that each node has. */
    private static final long MOST_OF_BROADCAST = 20_000;

    private static final Set<Base> DATES = EnumSet.of(Base.DATE, Base.TIME, Base.DATETIME, Base.TIMESTAMP);

    private final Pair pair;
    private final Assessed assessed;
    private final DdlRules rules;

    KeyChecks(Pair pair, Assessed assessed, DdlRules rules) {
        this.pair = pair;
        this.assessed = assessed;
        this.rules = rules;
    }

    List<Finding> look() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Problems.error(
                findings,
                ErrorCode.ADB_KEY,
                "keys cannot be made, or would take different rows for one",
                Problems.of(assessed, ErrorCode.ADB_KEY));
        strangers(findings);
        chosen(findings);
        skewed(findings);
        broadcast(findings);
        Problems.note(findings, "keys are others than on the source", Problems.remarks(assessed, Remark.Kind.KEY));
        return findings;
    }

    /** A typing error would leave the table as it is by default, and its key cannot be changed later. */
    private void strangers(List<Finding> findings) throws SQLException {
        List<String> strangers = new ArrayList<>();
        for (TableName named : rules.tables().names()) {
            if (assessed.definitions().keySet().stream()
                    .noneMatch(n -> n.toString().equalsIgnoreCase(named.toString()))) {
                strangers.add(named.toString());
            }
        }
        Problems.alert(
                findings,
                "adb.tables names tables that the migration does not have",
                "correct adb.tables.<alias>.table, or capture the table on the source",
                strangers);
    }

    private void chosen(List<Finding> findings) throws SQLException {
        List<String> open = new ArrayList<>();
        List<String> nullable = new ArrayList<>();
        for (Map.Entry<TableName, TableDefinition> table :
                assessed.definitions().entrySet()) {
            TableRule rule = rules.tables().of(table.getKey());
            TableDefinition definition = table.getValue();
            List<String> key = new ArrayList<>(rule.primaryKey());
            if (!key.isEmpty() && !Identities.within(definition, key)) {
                open.add(table.getKey() + " (" + String.join(", ", key) + ")");
            }
            if (rule.partitioning() != null) {
                key.add(rule.partitioning().column());
            }
            for (String column : key) {
                if (definition.column(column).filter(c -> !c.notNull()).isPresent()) {
                    nullable.add(table.getKey() + "." + column);
                }
            }
        }
        Problems.alert(
                findings,
                "columns of adb.tables.<alias>.primary.key are not unique on the source: of rows with equal values the"
                        + " last one stays",
                "make sure that they identify a row, by a UNIQUE key on the source for example",
                open);
        Problems.alert(
                findings,
                "columns that adb.tables.<alias>.primary.key or .partition.key brings into the key take NULL on the"
                        + " source; a row with it stops the sink",
                "ALTER TABLE ... MODIFY COLUMN ... NOT NULL on the source",
                nullable);
    }

    private void skewed(List<Finding> findings) throws SQLException {
        List<String> skewed = new ArrayList<>();
        for (TableTranslation.Attempt attempt : assessed.attempts().values()) {
            AdbTable made = attempt.made() == null ? null : attempt.made().table();
            if (made != null
                    && !made.distribution().isEmpty()
                    && made.distribution().stream()
                            .allMatch(c -> made.column(c)
                                    .map(AdbColumn::type)
                                    .filter(t -> DATES.contains(t.base()))
                                    .isPresent())) {
                skewed.add(made.name() + " (" + String.join(", ", made.distribution()) + ")");
            }
        }
        Problems.alert(
                findings,
                "tables are distributed by dates alone, so the rows of one day are on one node",
                "name other columns of the key in adb.tables.<alias>.distribution.key",
                skewed);
    }

    private void broadcast(List<Finding> findings) throws SQLException {
        List<String> large = new ArrayList<>();
        for (TableName name : assessed.definitions().keySet()) {
            TableRule rule = rules.tables().of(name);
            String rows = rule.broadcast()
                    ? pair.source()
                            .text(
                                    "SELECT TABLE_ROWS FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND"
                                            + " TABLE_NAME = ?",
                                    name.database(),
                                    name.table())
                    : null;
            if (rows != null && Long.parseLong(rows) > MOST_OF_BROADCAST) {
                large.add(name + " (about " + rows + " rows)");
            }
        }
        Problems.alert(
                findings,
                "tables of type broadcast, which every node has in full, have more than " + MOST_OF_BROADCAST + " rows",
                "leave out adb.tables.<alias>.type=broadcast",
                large);
    }

    List<Finding> keyless() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Problems.error(
                findings,
                ErrorCode.ADB_KEYLESS,
                "tables have no key, and adb.keyless.mode is refuse",
                Problems.of(assessed, ErrorCode.ADB_KEYLESS));
        List<String> keyless = new ArrayList<>();
        assessed.attempts().forEach((name, attempt) -> {
            if (attempt.made() != null && attempt.made().keyless()) {
                keyless.add(name.toString());
            }
        });
        Problems.alert(
                findings,
                "tables have neither a primary key nor a unique key over whole NOT NULL columns: they get two columns"
                        + " more, and each change of a row searches for it by its values",
                "ALTER TABLE ... ADD PRIMARY KEY on the source, or name a key with adb.tables.<alias>.primary.key",
                keyless);
        return findings;
    }

    /** Keys of the source that tell its rows apart. */
    static final class Identities {
        private Identities() {}

        /** @return true if the columns hold all of a key that tells the source's rows apart */
        static boolean within(TableDefinition table, List<String> columns) {
            return table.keys().stream()
                    .filter(k -> k.kind() == KeyDefinition.Kind.PRIMARY || k.kind() == KeyDefinition.Kind.UNIQUE)
                    .filter(k -> k.parts().stream()
                            .allMatch(p -> p.column() != null
                                    && columns.stream().anyMatch(p.column()::equalsIgnoreCase)
                                    && table.column(p.column())
                                            .filter(ColumnDefinition::notNull)
                                            .isPresent()))
                    .findAny()
                    .isPresent();
        }
    }
}
