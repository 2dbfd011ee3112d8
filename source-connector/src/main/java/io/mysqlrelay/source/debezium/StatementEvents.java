package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.table.AlterClauses;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.record.ChangeStream;
import io.mysqlrelay.source.record.DdlRecord;
import io.mysqlrelay.source.record.TableBefore;
import io.mysqlrelay.source.record.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns QUERY events that are not transaction control into Ddl records, and lets the table model follow them. */
final class StatementEvents {
    private static final Logger LOG = LoggerFactory.getLogger(StatementEvents.class);

    private static final String DEFAULT_CHARSET = "utf8mb4";

    private final SourceFacts facts;
    private final CaptureFilter filter;
    private final ModelFollower follower;
    private final ChangeStream stream;
    private final SourcePosition loadEnd;

    private final Rereads rereads;

    /** @param loadEnd end of the full load; null when there was none */
    StatementEvents(
            SourceFacts facts,
            CaptureFilter filter,
            ModelFollower follower,
            ChangeStream stream,
            SourcePosition loadEnd,
            Rereads rereads) {
        this.facts = facts;
        this.filter = filter;
        this.follower = follower;
        this.stream = stream;
        this.loadEnd = loadEnd;
        this.rereads = rereads;
    }

    Statement classify(QueryEvent event) {
        return StatementClassifier.classify(text(event), modes(event), event.getDatabase(), facts.versionNumber());
    }

    /**
     * @param after position behind the event
     * @return what the statement did
     * @throws RelayException if it must not be passed on, or cannot be followed
     */
    Outcome handle(
            QueryEvent event,
            Statement statement,
            Transaction transaction,
            long seconds,
            SourcePosition after,
            String at)
            throws InterruptedException {
        if (statement.kind() == StatementKind.DML) {
            refuseDml(event, statement, at);
            return Outcome.IGNORED;
        }
        if (!concerned(event, statement)) {
            if (leftBehind(statement)) {
                LOG.info(
                        "{} at {} stays behind, because only some tables of the database are captured",
                        describe(statement),
                        at);
            }
            return Outcome.IGNORED;
        }
        if (loadEnd != null && structural(statement.kind()) && loadEnd.includes(transaction.id())) {
            refuseUnlessTables(statement, at);
        }
        if (inWhatWasReadAgain(statement, transaction.id())) {
            LOG.info("{} at {} is in the tables that were read again behind it", describe(statement), at);
            return Outcome.IGNORED;
        }
        if (!statement.actingParents().stream().map(filter::stored).allMatch(filter::table)) {
            // The parent's changes would not reach the target, and so not what they do to the child.
            throw new RelayException(ErrorCode.REFERENTIAL_ACTION, describe(statement) + " at " + at);
        }
        String text = text(event);
        TableBefore before = before(event, statement, text);
        boolean changed =
                follower.follow(statement, text, event.getDatabase(), modes(event), newTableCharset(event), after, at);
        List<TableName> tables =
                statement.tables().stream().map(filter::stored).distinct().toList();
        DdlRecord ddl = new DdlRecord(
                DdlRecord.INCREMENTAL_PHASE,
                event.getDatabase().isEmpty() ? null : event.getDatabase(),
                event.statement(),
                clientCharset(event),
                text,
                SessionVariables.of(
                        event.variables(),
                        seconds,
                        facts.collations(),
                        facts.systemZone(),
                        facts.locale(event.variables())),
                tables,
                transaction.sourceMillis(),
                event.getThreadId(),
                before);
        stream.ddl(ddl.struct(), transaction, transaction.offset());
        return changed ? Outcome.MODEL_CHANGED : Outcome.EMITTED;
    }

    /** What a change of definitions does to the values of rows, none but the former definitions tell. */
    private TableBefore before(QueryEvent event, Statement statement, String text) {
        boolean concerned = statement.kind() == StatementKind.ALTER_TABLE
                && ModelColumns.concerned(AlterClauses.read(text, modes(event), facts.versionNumber()));
        return concerned ? follower.before(statement.changed().get(0)) : null;
    }

    /** What became of a statement. */
    enum Outcome {
        IGNORED,
        EMITTED,
        MODEL_CHANGED
    }

    private void refuseDml(QueryEvent event, Statement statement, String at) {
        // Only row images are exact. What cannot be told apart is refused: a lost change is worse than a stop.
        List<TableName> written = statement.changed();
        StatusVariables variables = event.variables();
        boolean captured = written.isEmpty()
                ? variables.updatesManyDatabases
                        || Stream.concat(variables.updatedDatabases.stream(), Stream.of(event.getDatabase()))
                                .anyMatch(filter::database)
                : written.stream().map(filter::stored).anyMatch(filter::table);
        if (captured) {
            throw new RelayException(ErrorCode.STATEMENT_DML, describe(statement) + " at " + at);
        }
    }

    private boolean concerned(QueryEvent event, Statement statement) {
        return switch (statement.kind()) {
            case TEMPORARY, ADMIN, USER, TRANSACTION_CONTROL, DML -> false;
            case UNKNOWN -> filter.database(event.getDatabase());
            case ROUTINE, EVENT -> statement.databases().stream().anyMatch(filter::wholeDatabase);
            case TRIGGER ->
                // Only CREATE TRIGGER names the table.
                statement.read().isEmpty()
                        ? statement.databases().stream().anyMatch(filter::database)
                        : statement.read().stream().anyMatch(filter::table);
            case CREATE_DATABASE, ALTER_DATABASE, DROP_DATABASE ->
                statement.databases().stream().anyMatch(filter::database)
                        || statement.changed().stream().map(TableName::database).anyMatch(filter::database);
            default -> statement.changed().stream().map(filter::stored).anyMatch(filter::table);
        };
    }

    private boolean leftBehind(Statement statement) {
        return switch (statement.kind()) {
            case VIEW -> statement.changed().stream().map(TableName::database).anyMatch(filter::database);
            case ROUTINE, EVENT, TRIGGER -> statement.databases().stream().anyMatch(filter::database);
            default -> false;
        };
    }

    static boolean structural(StatementKind kind) {
        return switch (kind) {
            case CREATE_TABLE, CREATE_TABLE_LIKE, CREATE_TABLE_SELECT, ALTER_TABLE, DROP_TABLE, RENAME_TABLE -> true;
            case TRUNCATE_TABLE, CREATE_INDEX, DROP_INDEX, UNKNOWN -> true;
            case CREATE_DATABASE, ALTER_DATABASE, DROP_DATABASE -> true;
            default -> false;
        };
    }

    /** @return kind and names, never the text: it may hold values */
    static String describe(Statement statement) {
        return Stream.concat(
                        Stream.of(statement.kind().name().replace('_', ' ')),
                        Stream.concat(
                                statement.changed().stream().map(TableName::quoted),
                                statement.databases().stream().map(TableName::quote)))
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    /** The change of a whole database, and what a statement of an unknown kind does, cannot be read from tables. */
    void refuseUnlessTables(Statement statement, String at) {
        if (statement.kind() == StatementKind.DROP_DATABASE || statement.kind() == StatementKind.UNKNOWN) {
            throw new RelayException(ErrorCode.DDL_DURING_LOAD, describe(statement) + " at " + at);
        }
    }

    /** @return captured tables that the statement changes; of CREATE TABLE ... LIKE its pattern, too */
    Set<TableName> capturedTables(Statement statement) {
        Stream<TableName> names = statement.kind() == StatementKind.CREATE_TABLE_LIKE
                ? statement.tables().stream()
                : statement.changed().stream();
        return names.map(filter::stored).filter(filter::table).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean inWhatWasReadAgain(Statement statement, String transaction) {
        Stream<TableName> names =
                statement.kind() == StatementKind.TRIGGER ? statement.read().stream() : statement.changed().stream();
        return names.map(filter::stored).anyMatch(t -> rereads.contain(t, transaction));
    }

    /** Whether the statement may change the table's columns, or what its name stands for. */
    boolean mayChange(QueryEvent event, Statement statement, TableName table) {
        return switch (statement.kind()) {
            case CREATE_TABLE, CREATE_TABLE_LIKE, CREATE_TABLE_SELECT, ALTER_TABLE, DROP_TABLE, RENAME_TABLE ->
                Stream.concat(
                                statement.changed().stream(),
                                statement.renames().stream().map(Statement.Rename::to))
                        .map(filter::stored)
                        .anyMatch(table::equals);
            case DROP_DATABASE -> statement.databases().contains(table.database());
            case UNKNOWN -> table.database().equals(event.getDatabase());
            default -> false;
        };
    }

    boolean structuralAndCaptured(QueryEvent event, Statement statement) {
        return structural(statement.kind()) && concerned(event, statement);
    }

    private String text(QueryEvent event) {
        Integer collation = event.variables().clientCollation;
        return StatementText.decode(event.statement(), clientCharset(event), collation == null ? 0 : collation);
    }

    private String clientCharset(QueryEvent event) {
        Integer collation = event.variables().clientCollation;
        return collation == null ? DEFAULT_CHARSET : facts.collations().charset(collation);
    }

    private String newTableCharset(QueryEvent event) {
        StatusVariables variables = event.variables();
        Integer collation = variables.databaseCollation != null && variables.databaseCollation != 0
                ? variables.databaseCollation
                : variables.serverCollation;
        return collation == null ? DEFAULT_CHARSET : facts.collations().charset(collation);
    }

    private static SqlModes modes(QueryEvent event) {
        Long bits = event.variables().sqlMode;
        return bits == null ? SqlModes.DEFAULT : new SqlModes(bits);
    }
}
