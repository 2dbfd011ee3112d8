package io.mysqlrelay.source.debezium;

import io.debezium.connector.binlog.jdbc.BinlogSystemVariables;
import io.debezium.connector.binlog.jdbc.BinlogSystemVariables.BinlogScope;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.relational.Table;
import io.debezium.schema.SchemaChangeEvent;
import io.debezium.text.MultipleParsingExceptions;
import io.debezium.text.ParsingException;
import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.source.record.SourceOffset;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The captured tables' structures at the reader's place in the binlog, kept by Debezium's parser and its schema
 * history. One thread at a time.
 */
final class TableModel {
    private final RelaySchema schema;
    private final MySqlConnectorConfig config;
    private final MySqlPartition partition;
    private final CaptureFilter filter;

    TableModel(RelaySchema schema, MySqlConnectorConfig config, MySqlPartition partition, CaptureFilter filter) {
        this.schema = schema;
        this.config = config;
        this.partition = partition;
        this.filter = filter;
    }

    /** @return null when the table is not known */
    Table table(TableName name) {
        return schema.tableFor(filter.id(name));
    }

    /** @return a copy */
    List<TableName> tables() {
        return schema.tableIds().stream()
                .map(id -> new TableName(id.catalog(), id.table()))
                .sorted()
                .toList();
    }

    void forget(TableName table) {
        schema.forget(filter.id(table));
    }

    /**
     * Parses one statement and writes it to the schema history.
     *
     * @param session parser variables: sql_mode, character_set_database and character_set_server
     * @param after the position from which on the statement's effect is there
     * @param what the statement in words, for the message
     * @throws RelayException if the parser cannot read it; what it names may be half changed then, in the model only
     */
    void apply(String sql, String database, Map<String, String> session, SourcePosition after, String what) {
        session.forEach((name, value) -> schema.systemVariables().setVariable(BinlogScope.SESSION, name, value));
        MySqlOffsetContext offset = new MySqlOffsetContext.Loader(config).load(SourceOffset.at(after));
        List<SchemaChangeEvent> changes;
        try {
            changes = schema.parseStreamingDdl(partition, sql, database, offset, Instant.now());
        } catch (ParsingException | MultipleParsingExceptions e) {
            schema.discardNoted();
            throw new RelayException(ErrorCode.STATEMENT_NOT_UNDERSTOOD, what, e);
        }
        changes.forEach(schema::applySchemaChange);
    }

    /** @return parser variables for a session; the character set is the one of a database without its own */
    static Map<String, String> session(boolean ansiQuotes, String charset) {
        return Map.of(
                "sql_mode",
                ansiQuotes ? "ANSI_QUOTES" : "",
                BinlogSystemVariables.CHARSET_NAME_DATABASE,
                charset,
                BinlogSystemVariables.CHARSET_NAME_SERVER,
                charset);
    }
}
