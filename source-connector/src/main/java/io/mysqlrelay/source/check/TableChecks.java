package io.mysqlrelay.source.check;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.precheck.server.ColumnFact;
import io.mysqlrelay.precheck.server.ForeignKeyFact;
import io.mysqlrelay.precheck.server.IndexFact;
import io.mysqlrelay.precheck.server.ObjectFact;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.precheck.server.TableFact;
import io.mysqlrelay.source.config.ObjectGroup;
import io.mysqlrelay.source.config.SourceConfig;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The captured tables. */
final class TableChecks {
    /** Their rows belong to other tables, or other servers, whose binlog they are not in. */
    private static final Set<String> WINDOWS_ON_OTHERS = Set.of("FEDERATED", "MRG_MYISAM");

    private final ServerFacts source;
    private final SourceConfig config;

    TableChecks(ServerFacts source, SourceConfig config) {
        this.source = source;
        this.config = config;
    }

    List<Finding> keyless() throws SQLException {
        List<TableName> keyless = withoutKey();
        return keyless.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "tables have neither a primary key nor a unique key over whole NOT NULL columns, so each"
                                        + " change of a row searches the whole table in the target",
                                "ALTER TABLE " + keyless.get(0).quoted()
                                        + " ADD PRIMARY KEY (...), and the others in the same way")
                        .of(keyless));
    }

    private List<TableName> withoutKey() throws SQLException {
        Set<TableName> keyed = source.indexes().stream()
                .filter(IndexFact::identifies)
                .map(IndexFact::table)
                .collect(Collectors.toSet());
        return source.tables().stream()
                .map(TableFact::name)
                .filter(name -> !keyed.contains(name))
                .toList();
    }

    List<Finding> invisible() throws SQLException {
        List<ColumnFact> columns =
                source.columns().stream().filter(ColumnFact::invisible).toList();
        return columns.isEmpty()
                ? List.of()
                : List.of(Finding.note("columns are invisible; they are migrated, and stay invisible", "")
                        .of(columns));
    }

    List<Finding> hiddenKey() throws SQLException {
        return source.variables().is("implicit_primary_key", "ON") ? hiddenKey(withoutKey()) : List.of();
    }

    static List<Finding> hiddenKey(List<TableName> keyless) {
        return keyless.isEmpty()
                ? List.of()
                : List.of(Finding.alert(
                                "implicit_primary_key is ON, so these tables may have a hidden column that only the binlog"
                                        + " shows",
                                "ALTER TABLE " + keyless.get(0).quoted()
                                        + " ADD PRIMARY KEY (...), and the others in the same way")
                        .of(keyless)
                        .code(ErrorCode.TABLE_MODEL_DIFFERS));
    }

    List<Finding> engines() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        List<String> windows = engines(WINDOWS_ON_OTHERS::contains);
        if (!windows.isEmpty()) {
            findings.add(Finding.error(
                            "tables show rows of other tables or servers, and changes of those are not in their binlog",
                            "leave them out with table.exclude.list, or ALTER TABLE ... ENGINE=InnoDB")
                    .of(windows)
                    .on(ObjectGroup.TABLE_EXCLUDE_LIST));
        }
        List<String> others = engines(e -> !e.isEmpty() && !e.equals("INNODB") && !WINDOWS_ON_OTHERS.contains(e));
        if (!others.isEmpty()) {
            findings.add(Finding.alert(
                            "tables are of an engine without transactions: what changes while they are read may be missing"
                                    + " without a key, and MEMORY tables lose their rows in a restart, unseen",
                            "ALTER TABLE ... ENGINE=InnoDB")
                    .of(others));
        }
        return findings;
    }

    private List<String> engines(Predicate<String> wanted) throws SQLException {
        return source.tables().stream()
                .filter(t -> wanted.test(t.engine().toUpperCase(Locale.ROOT)))
                .map(t -> t.name() + " " + t.engine())
                .toList();
    }

    List<Finding> parents() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        boolean stops = config.types().incremental();
        List<ForeignKeyFact> outside = source.foreignKeys().stream()
                .filter(k -> !config.captured().includes(k.parent()))
                .toList();
        List<ForeignKeyFact> acting =
                outside.stream().filter(k -> stops && k.acts()).toList();
        if (!acting.isEmpty()) {
            findings.add(Finding.error(
                            "foreign keys change rows by themselves when their parent changes, and the parent is not"
                                    + " captured",
                            "capture the parent too, or recreate the foreign key with ON DELETE RESTRICT ON UPDATE"
                                    + " RESTRICT")
                    .of(described(acting))
                    .code(ErrorCode.REFERENTIAL_ACTION)
                    .on(ObjectGroup.TABLE_INCLUDE_LIST));
        }
        List<ForeignKeyFact> others =
                outside.stream().filter(k -> !acting.contains(k)).toList();
        if (!others.isEmpty()) {
            findings.add(Finding.alert(
                            "foreign keys refer to tables that are not captured; in the target they refuse what is written"
                                    + " after the cut-over until the parent is there",
                            "capture the parent too, or drop the foreign key in the target")
                    .of(described(others))
                    .on(ObjectGroup.TABLE_INCLUDE_LIST));
        }
        return findings;
    }

    List<Finding> actions() throws SQLException {
        List<ForeignKeyFact> keys = source.foreignKeys().stream()
                .filter(k -> k.acts() && config.captured().includes(k.parent()))
                .toList();
        return keys.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                                "foreign keys act by CASCADE or SET NULL; the target's server repeats it, and their tables"
                                        + " are loaded in one snapshot and applied by one session",
                                "")
                        .of(described(keys)));
    }

    private static List<String> described(List<ForeignKeyFact> keys) {
        return keys.stream()
                .map(k -> k + " (ON DELETE " + k.onDelete() + " ON UPDATE " + k.onUpdate() + ", parent " + k.parent()
                        + ")")
                .toList();
    }

    List<Finding> triggers() throws SQLException {
        List<String> triggers = source.objects().stream()
                .filter(o -> o.kind() == ObjectFact.Kind.TRIGGER)
                .map(o -> o.table() + " " + o.name().table())
                .toList();
        return triggers.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                                "tables have triggers; their copies do not fire for what the relay writes until the"
                                        + " cut-over",
                                "")
                        .of(triggers));
    }
}
