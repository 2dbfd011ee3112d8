package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.GuardMetric;
import io.mysqlrelay.core.stream.StreamNames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.metrics.Monitorable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.transforms.Transformation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enforces the documented limits that a record shows, behind the relay's own source and behind a stock Debezium MySQL
 * connector, in the source's task or in the sink's. It never drops a record: a row change beyond a limit stops the task,
 * or travels on with a mark that the sink heeds, or is counted.
 */
public final class LimitsGuard<R extends ConnectRecord<R>> implements Transformation<R>, Monitorable {
    private static final Logger LOG = LoggerFactory.getLogger(LimitsGuard.class);

    /** Beyond it the log would be the larger trouble. */
    private static final int WARNINGS = 1_000;

    private final RecordForms forms = new RecordForms();
    private final FirstFailure failure = new FirstFailure();
    private final Tally<GuardMetric> tally = new Tally<>("guard", GuardMetric.class);
    private final Set<TableName> tables = new HashSet<>();
    private final Set<String> warned = new HashSet<>();
    private LimitsSettings settings;

    /** Why the row change at hand is to be left out; null when it is not. */
    private RelayException mark;

    @Override
    public ConfigDef config() {
        return LimitsSettings.DEFINITION;
    }

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        settings = LimitsSettings.of(configs);
    }

    @Override
    public void withPluginMetrics(PluginMetrics metrics) {
        tally.showOn(metrics);
    }

    /** @throws org.apache.kafka.connect.errors.ConnectException with the code of a limit whose policy is fail */
    @Override
    public R apply(R record) {
        failure.rethrow();
        tally.show();
        mark = null;
        try {
            look(forms.shown(record), record);
        } catch (RelayException e) {
            throw failure.set(e);
        }
        return mark == null ? record : marked(record);
    }

    private void look(Shown shown, R record) {
        if (shown instanceof Shown.Row row) {
            row(row, record);
        } else if (shown instanceof Shown.Ddl ddl) {
            statement(ddl);
        } else if (shown instanceof Shown.Tables named) {
            named.names().forEach(this::count);
        } else if (shown instanceof Shown.KeylessTable keyless) {
            definition(keyless.table().toString(), "");
        }
    }

    private void row(Shown.Row row, R record) {
        count(row.table());
        if (row.keyless()) {
            beyond(Limit.KEYLESS_TABLES, row.table().toString(), "", true);
        }
        if (settings.of(Limit.LARGE_ROWS) != LimitPolicy.IGNORE) {
            Headers headers = record.headers();
            long bytes = Math.max(
                    RowBytes.of(row.before()) + RowBytes.inHeaders(headers, StreamNames.BEFORE),
                    RowBytes.of(row.after()) + RowBytes.inHeaders(headers, StreamNames.AFTER));
            if (bytes > settings.rowBytes()) {
                beyond(
                        Limit.LARGE_ROWS,
                        row.table().toString(),
                        ": an image of " + bytes + " bytes, more than " + LimitsSettings.ROW_BYTES + "="
                                + settings.rowBytes(),
                        true);
            }
        }
    }

    private void statement(Shown.Ddl ddl) {
        StatementTraits traits = StatementTraits.of(ddl.text(), SqlModes.parse(ddl.modes()), ddl.database());
        Statement statement = traits.statement();
        String about = statement.changed().isEmpty()
                ? "databases " + statement.databases()
                : statement.changed().toString();
        // A row of a stock connector shows it itself; without rows there is nothing to mark.
        if (traits.keyless() && !(ddl.stock() && settings.of(Limit.KEYLESS_TABLES) == LimitPolicy.ERRANT)) {
            definition(about, ": " + statement.kind() + " leaves it without one");
        }
        if (traits.kinds().stream().anyMatch(settings.kinds()::contains)) {
            beyond(Limit.REFUSED_STATEMENTS, about, ": statement " + traits.kinds(), false);
        }
        if (traits.comments()) {
            beyond(Limit.COMMENT_STATEMENTS, about, "", false);
        }
        follow(statement);
    }

    private void follow(Statement statement) {
        switch (statement.kind()) {
            case CREATE_TABLE, CREATE_TABLE_LIKE, CREATE_TABLE_SELECT ->
                statement.changed().forEach(this::count);
            case DROP_TABLE -> statement.changed().forEach(tables::remove);
            case DROP_DATABASE -> tables.removeIf(table -> statement.databases().contains(table.database()));
            default ->
                statement.renames().forEach(rename -> {
                    if (tables.remove(rename.from())) {
                        tables.add(rename.to());
                    }
                });
        }
    }

    private void count(TableName table) {
        if (tables.size() <= settings.tables() && tables.add(table) && tables.size() > settings.tables()) {
            beyond(
                    Limit.MANY_TABLES,
                    table.toString(),
                    " is one more than " + LimitsSettings.TABLES + "=" + settings.tables(),
                    false);
        }
    }

    /** A definition cannot be left out, as a row can. */
    private void definition(String table, String detail) {
        beyond(Limit.KEYLESS_TABLES, table, detail, false);
    }

    /** @param row whether the record is a row change, which can be marked */
    private void beyond(Limit limit, String about, String detail, boolean row) {
        LimitPolicy policy = settings.of(limit);
        if (policy == LimitPolicy.IGNORE) {
            return;
        }
        tally.add(limit.metric);
        RelayException why = new RelayException(limit.code, "table " + about + detail);
        if (policy == LimitPolicy.FAIL || (policy == LimitPolicy.ERRANT && !row)) {
            throw why;
        }
        if (policy == LimitPolicy.ERRANT) {
            mark = why;
        } else if (warned.size() < WARNINGS && warned.add(limit + about)) {
            LOG.warn("{}. More of this kind is counted, not logged", why.getMessage());
        }
    }

    private R marked(R record) {
        tally.add(GuardMetric.ROWS_MARKED);
        Headers headers = record.headers().duplicate();
        headers.add(StreamNames.REFUSED_HEADER, mark.code().id() + " " + mark.detail(), Schema.STRING_SCHEMA);
        return record.newRecord(
                record.topic(),
                record.kafkaPartition(),
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                record.timestamp(),
                headers);
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
