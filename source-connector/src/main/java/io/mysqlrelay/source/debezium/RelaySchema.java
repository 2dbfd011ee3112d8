package io.mysqlrelay.source.debezium;

import io.debezium.connector.common.CdcSourceTaskContext;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.connector.mysql.MySqlDatabaseSchema;
import io.debezium.connector.mysql.jdbc.MySqlValueConverters;
import io.debezium.relational.CustomConverterRegistry;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.schema.SchemaNameAdjuster;
import io.debezium.spi.topic.TopicNamingStrategy;

/** Debezium's table model without its record schemas: ours are made elsewhere, and its converters refuse some types. */
final class RelaySchema extends MySqlDatabaseSchema {
    RelaySchema(
            MySqlConnectorConfig config,
            MySqlValueConverters converters,
            TopicNamingStrategy<TableId> topics,
            SchemaNameAdjuster names,
            boolean tableIdCaseInsensitive,
            CustomConverterRegistry customConverters,
            CdcSourceTaskContext<?> context) {
        super(config, converters, topics, names, tableIdCaseInsensitive, customConverters, context);
    }

    @Override
    protected void buildAndRegisterSchema(Table table) {
        // The table itself is already in the model.
    }

    /**
     * Drops what the parser has noted of a statement that it gave up. It would be taken for a part of the next one, which
     * would bring the text of the failed one into the history.
     */
    void discardNoted() {
        getDdlParser().parse("", tables());
    }

    void forget(TableId id) {
        tables().removeTable(id);
    }
}
