package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.connector.mysql.MySqlStreamingChangeEventSourceMetrics;
import io.debezium.connector.mysql.MySqlTaskContext;
import io.debezium.pipeline.DataChangeEvent;
import io.debezium.pipeline.ErrorHandler;
import io.debezium.pipeline.EventDispatcher;
import io.debezium.relational.TableId;
import io.debezium.util.Clock;
import io.mysqlrelay.source.config.SourceConfig;

/** The parts of one start of the task, as Debezium's classes want them. */
record Assembly(
        SourceConfig config,
        MySqlConnectorConfig connectorConfig,
        BinlogConnectorConnection connection,
        EventDispatcher<MySqlPartition, TableId> dispatcher,
        ErrorHandler errorHandler,
        Clock clock,
        MySqlTaskContext taskContext,
        RelaySchema schema,
        MySqlStreamingChangeEventSourceMetrics metrics,
        ChangeEventQueue<DataChangeEvent> queue) {

    /** @return a client with the source's address and account; everything else is set by the reader */
    static BinaryLogClient newClient(MySqlConnectorConfig config) {
        return new BufferedBinlogClient(
                config.getHostName(), config.getPort(), config.getUserName(), config.getPassword());
    }
}
