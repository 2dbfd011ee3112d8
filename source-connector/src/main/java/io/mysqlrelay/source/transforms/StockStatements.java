package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.OneTopicMetric;
import io.mysqlrelay.source.record.DdlRecord;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which of a stock connector's statements are put on the change topic, and in which session they are executed. */
final class StockStatements {
    private static final Logger LOG = LoggerFactory.getLogger(StockStatements.class);
    private static final int NEWEST = 99_999;

    /**
     * The source's session is not known. What succeeded there must succeed in the target: so neither strict, nor with
     * checks of foreign keys.
     */
    private static final String MODES = "ALLOW_INVALID_DATES,NO_ENGINE_SUBSTITUTION";

    private final OneTopicSettings settings;
    private final Tally<OneTopicMetric> tally;

    StockStatements(OneTopicSettings settings, Tally<OneTopicMetric> tally) {
        this.settings = settings;
        this.tally = tally;
    }

    /**
     * @param database as the record names it; empty or null for none
     * @return empty for a statement that is left out
     * @throws RelayException RELAY-3032 for one that is refused
     */
    Optional<Struct> statement(String sql, String database, StockOrigin origin) {
        String in = database == null || database.isEmpty() ? null : database;
        Statement statement = StatementClassifier.classify(sql, SqlModes.DEFAULT, in, NEWEST);
        return origin.inSnapshot() ? snapshot(sql, in, statement, origin) : logged(sql, in, statement, origin);
    }

    /** TRUNCATE comes as a change without a row. */
    Struct truncate(TableName table, StockOrigin origin) {
        tally.add(OneTopicMetric.STATEMENTS);
        return ddl("TRUNCATE TABLE " + table.quoted(), table.database(), List.of(table), origin);
    }

    /** A snapshot begins with DROP of everything it then creates. The target is not the snapshot's: it is never dropped. */
    private Optional<Struct> snapshot(String sql, String database, Statement statement, StockOrigin origin) {
        return switch (statement.kind()) {
            case CREATE_DATABASE, CREATE_TABLE -> {
                tally.add(OneTopicMetric.STATEMENTS);
                yield Optional.of(ddl(sql, database, statement.changed(), origin));
            }
            case DROP_DATABASE, DROP_TABLE -> {
                tally.add(OneTopicMetric.SNAPSHOT_DROPS);
                yield Optional.empty();
            }
            case ADMIN, USER -> Optional.empty();
            default -> refused(statement, origin);
        };
    }

    private Optional<Struct> logged(String sql, String database, Statement statement, StockOrigin origin) {
        return switch (statement.kind()) {
            case VIEW, ROUTINE, TRIGGER, EVENT, UNKNOWN, DML -> refused(statement, origin);
            case ADMIN, USER, TEMPORARY, TRANSACTION_CONTROL -> {
                tally.add(OneTopicMetric.SKIPPED);
                yield Optional.empty();
            }
            default -> {
                tally.add(OneTopicMetric.STATEMENTS);
                yield Optional.of(ddl(sql, database, statement.tables(), origin));
            }
        };
    }

    /** The kind by which it is refused; never its text, which may hold secrets. */
    private Optional<Struct> refused(Statement statement, StockOrigin origin) {
        String what = "statement of the kind " + statement.kind().name().toLowerCase(Locale.ROOT) + " at "
                + origin.event() + (origin.gtid() == null ? "" : " of transaction " + origin.gtid());
        if (!settings.skipObjects()) {
            throw new RelayException(ErrorCode.STOCK_STATEMENT, what);
        }
        tally.add(OneTopicMetric.SKIPPED);
        LOG.warn("Left out: {}", what);
        return Optional.empty();
    }

    private static Struct ddl(String sql, String database, Collection<TableName> tables, StockOrigin origin) {
        long seconds = origin.millis() / 1_000;
        return new DdlRecord(
                        origin.inSnapshot() ? DdlRecord.SCHEMA_PHASE : DdlRecord.INCREMENTAL_PHASE,
                        database,
                        sql.getBytes(StandardCharsets.UTF_8),
                        "utf8mb4",
                        sql,
                        Map.of(
                                "sql_mode",
                                MODES,
                                "foreign_key_checks",
                                "0",
                                "character_set_client",
                                "utf8mb4",
                                "timestamp",
                                Long.toString(seconds)),
                        tables,
                        origin.millis(),
                        0,
                        null)
                .struct();
    }
}
