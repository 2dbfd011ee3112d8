package io.mysqlrelay.sink.adb.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.AlterClauses;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.ddl.Step.Kind;
import io.mysqlrelay.sink.adb.sql.SessionZone;
import io.mysqlrelay.sink.adb.table.AdbColumn;
import io.mysqlrelay.sink.adb.table.AdbTable;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.Names;
import io.mysqlrelay.sink.adb.table.TableTranslation;
import io.mysqlrelay.sink.change.DdlChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans what is done in the target about a statement of the source. */
public final class Translation {
    /** Newer than any source: what a newer server puts into versioned comments is part of the statement that it logs. */
    static final int SERVER_VERSION = 99_999;

    private final DdlRules rules;
    private final TargetTables tables;

    public Translation(DdlRules rules, TargetTables tables) {
        this.rules = rules;
        this.tables = tables;
    }

    public static Statement read(DdlChange change) {
        return StatementClassifier.classify(change.text(), modes(change), change.database(), SERVER_VERSION);
    }

    static SqlModes modes(DdlChange change) {
        return SqlModes.parse(change.session().get("sql_mode"));
    }

    /** @return what is to be done from now on; what is as wanted already needs no step */
    public StatementPlan plan(DdlChange change) throws SQLException {
        Statement statement = read(change);
        try {
            return plan(change, statement);
        } catch (RelayException e) {
            // Later changes of these tables would be of other rows, and nothing would tell.
            boolean always = e.code() == ErrorCode.ADB_REFERENTIAL || statement.kind() == StatementKind.RENAME_TABLE;
            return StatementPlan.refused(e, always);
        }
    }

    /** @throws RelayException RELAY-4068 if rows would change that no event of the binlog tells about */
    public void requireNoActions(DdlChange change) {
        Statement statement = read(change);
        if (!rules.actionsIgnored() && !statement.actingParents().isEmpty()) {
            throw new RelayException(
                    ErrorCode.ADB_REFERENTIAL,
                    "table " + statement.changed().get(0) + " refers to " + statement.actingParents());
        }
    }

    private StatementPlan plan(DdlChange change, Statement statement) throws SQLException {
        requireNoActions(change);
        if (!statement.unresolved().isEmpty()) {
            throw AlterTranslation.unsupported("a table is named without its database");
        }
        return switch (statement.kind()) {
            case CREATE_TABLE -> create(change, statement);
            case CREATE_TABLE_SELECT ->
                statement.startTransactionAt() >= 0
                        ? create(change, statement)
                        : StatementPlan.refused(
                                new RelayException(ErrorCode.CREATE_WITH_ROWS, "CREATE TABLE with a query"), true);
            case CREATE_TABLE_LIKE -> createLike(statement);
            case ALTER_TABLE, DROP_INDEX -> alter(change, statement);
            case DROP_TABLE -> drop(statement);
            case RENAME_TABLE -> new Renames(tables).plan(statement);
            case TRUNCATE_TABLE -> truncate(statement.changed().get(0));
            case CREATE_INDEX -> StatementPlan.nothing("AnalyticDB indexes every column by itself");
            case CREATE_DATABASE -> createDatabase(statement.databases().get(0));
            case ALTER_DATABASE -> StatementPlan.nothing("a database of AnalyticDB has no options");
            case DROP_DATABASE -> dropDatabase(statement.databases().get(0));
            case VIEW -> new ViewTranslation(rules, tables).plan(change);
            case ROUTINE, TRIGGER, EVENT ->
                StatementPlan.nothing(statement.kind() + " statements are not carried over to AnalyticDB");
            case USER, TEMPORARY, ADMIN, TRANSACTION_CONTROL ->
                StatementPlan.nothing(statement.kind() + " statements are not applied");
            case DML ->
                StatementPlan.refused(
                        new RelayException(ErrorCode.CREATE_WITH_ROWS, "a statement that writes rows"), true);
            case UNKNOWN -> throw AlterTranslation.unsupported("a statement of a kind that is not known");
        };
    }

    /** The table as it is to be made; also used in the schema phase. */
    public TableTranslation table(DdlChange change, TableName name) {
        return TableReader.read(change.text(), modes(change), SERVER_VERSION)
                .map(source -> TableTranslation.of(
                        name,
                        source,
                        rules.tables().of(name),
                        rules.types().in(SessionZone.of(change.session())),
                        rules.keylessAllowed()))
                .orElseThrow(() ->
                        AlterTranslation.unsupported("CREATE TABLE " + name + ": its list of columns cannot be read"));
    }

    /** @return the columns of a CREATE TABLE; empty if they cannot be read */
    public static List<ColumnDefinition> columns(DdlChange change) {
        return TableReader.read(change.text(), modes(change), SERVER_VERSION)
                .map(TableDefinition::columns)
                .orElse(List.of());
    }

    private StatementPlan create(DdlChange change, Statement statement) {
        TableName name = statement.changed().get(0);
        if (statement.ifNotExists() && tables.view(name).isPresent()) {
            return StatementPlan.nothing("the source has a view " + name);
        }
        TableTranslation made = table(change, name);
        return StatementPlan.of(List.of(createStep(made.table())), made.report());
    }

    private StatementPlan createLike(Statement statement) throws SQLException {
        TableName name = statement.changed().get(0);
        TableName like = statement.read().get(0);
        String wrong = Names.table(name.table());
        if (wrong != null) {
            throw new RelayException(ErrorCode.ADB_NAME, wrong);
        }
        AdbTable made = require(like).named(name);
        return StatementPlan.of(List.of(createStep(made)), List.of("is made like " + like + " is in the target"));
    }

    public static Step createStep(AdbTable table) {
        return Step.of(Kind.CREATE_TABLE, table.name(), "", table.createStatement());
    }

    private AdbTable require(TableName name) throws SQLException {
        Optional<AdbTable> found = tables.find(name);
        return found.orElseThrow(
                () -> new RelayException(ErrorCode.TABLES_MISSING, "table " + name + " does not exist in the target"));
    }

    private StatementPlan alter(DdlChange change, Statement statement) throws SQLException {
        TableName name = statement.changed().get(0);
        Optional<AdbTable> found = tables.find(name);
        if (found.isEmpty() && !statement.renames().isEmpty()) {
            // Renamed already, so what came before the renaming is done too.
            TableName to = statement.renames().get(0).to();
            if (tables.find(to).isPresent()) {
                return StatementPlan.nothing("table " + name + " is called " + to + " already");
            }
        }
        for (Statement.Rename pair : statement.renames()) {
            if (!pair.to().equals(pair.from()) && tables.exists(pair.to())) {
                return StatementPlan.refused(
                        AlterTranslation.unsupported("RENAME of " + pair.from() + " to " + pair.to()
                                + ": the target has a table of that name"),
                        true);
            }
        }
        return new AlterTranslation(change, require(name), tables.identity(name), rules).translate(clauses(change));
    }

    /** @return the clauses of an ALTER TABLE or DROP INDEX */
    public static List<AlterClause> clauses(DdlChange change) {
        return AlterClauses.read(change.text(), modes(change), SERVER_VERSION);
    }

    private StatementPlan drop(Statement statement) {
        if (!rules.dropTable()) {
            return StatementPlan.nothing("DROP TABLE is left out, as ddl.drop.table.enabled says");
        }
        Map<Boolean, List<TableName>> views = statement.changed().stream()
                .collect(Collectors.partitioningBy(name -> tables.view(name).isPresent()));
        return StatementPlan.of(
                views.get(false).stream().map(Rebuild::drop).toList(),
                views.get(true).stream()
                        .map(name -> name + " is a view at the source, which DROP TABLE does not drop")
                        .toList());
    }

    /**
     * @param refused a change of a column's type that the cluster does not make in place
     * @return what is done instead
     * @throws RelayException RELAY-4065 if nothing is
     */
    public List<Step> instead(Step refused) throws SQLException {
        AdbTable now = require(refused.table());
        AdbColumn column = now.column(refused.to())
                .orElseThrow(() -> new RelayException(
                        ErrorCode.COLUMN_MISSING, "there is no column " + refused.to() + " in the target"));
        AdbColumn wanted = column.withType(AdbType.parse(refused.from()));
        Rebuild rebuild = new Rebuild(now, now.with(column.name(), wanted), "");
        if (rules.typeChange() == TypeChangeMode.STOP) {
            throw AlterTranslation.typeChange(column, wanted, rebuild);
        }
        List<Step> steps = new ArrayList<>(rebuild.steps());
        steps.add(new Step(refused.kind(), refused.table(), "", refused.to(), refused.sql()));
        return steps;
    }

    private static StatementPlan truncate(TableName table) {
        return StatementPlan.of(
                List.of(Step.of(Kind.TRUNCATE, table, "", "TRUNCATE TABLE " + table.quoted())), List.of());
    }

    private StatementPlan createDatabase(String name) {
        if (!rules.createDatabase()) {
            return StatementPlan.nothing("CREATE DATABASE is left out, as ddl.create.database.enabled says");
        }
        String wrong = Names.database(name);
        if (wrong != null) {
            throw new RelayException(ErrorCode.ADB_NAME, wrong);
        }
        return StatementPlan.of(
                List.of(Step.of(
                        Kind.CREATE_DATABASE,
                        new TableName(name, ""),
                        "",
                        "CREATE DATABASE IF NOT EXISTS " + TableName.quote(name))),
                List.of());
    }

    /** AnalyticDB wants a database to be empty before. Views first: they are made of the tables. */
    private StatementPlan dropDatabase(String name) throws SQLException {
        if (!rules.dropDatabase()) {
            return StatementPlan.nothing("DROP DATABASE is left out, as ddl.drop.database.enabled says");
        }
        List<Step> steps = new ArrayList<>();
        tables.viewsIn(name).forEach(view -> steps.add(ViewSteps.drop(view)));
        tables.in(name).forEach(table -> steps.add(Rebuild.drop(table)));
        steps.add(Step.of(
                Kind.DROP_DATABASE, new TableName(name, ""), "", "DROP DATABASE IF EXISTS " + TableName.quote(name)));
        return StatementPlan.of(steps, List.of());
    }
}
