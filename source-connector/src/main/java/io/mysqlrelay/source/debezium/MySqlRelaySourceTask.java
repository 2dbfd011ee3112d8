package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import io.debezium.bean.StandardBeanNames;
import io.debezium.config.CommonConnectorConfig;
import io.debezium.config.Configuration;
import io.debezium.config.Field;
import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.connector.base.QueueProviderService;
import io.debezium.connector.binlog.BinlogEventMetadataProvider;
import io.debezium.connector.binlog.BinlogSourceTask;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.common.CdcSourceTaskContext;
import io.debezium.connector.common.DebeziumHeaderProducer;
import io.debezium.connector.mysql.MySqlChangeEventSourceMetricsFactory;
import io.debezium.connector.mysql.MySqlConnector;
import io.debezium.connector.mysql.MySqlConnectorConfig;
import io.debezium.connector.mysql.MySqlOffsetContext;
import io.debezium.connector.mysql.MySqlPartition;
import io.debezium.connector.mysql.MySqlStreamingChangeEventSourceMetrics;
import io.debezium.connector.mysql.MySqlTaskContext;
import io.debezium.connector.mysql.jdbc.MySqlConnection;
import io.debezium.connector.mysql.jdbc.MySqlConnectionConfiguration;
import io.debezium.connector.mysql.jdbc.MySqlFieldReaderResolver;
import io.debezium.connector.mysql.jdbc.MySqlValueConverters;
import io.debezium.heartbeat.Heartbeat.ScheduledHeartbeat;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.pipeline.DataChangeEvent;
import io.debezium.pipeline.ErrorHandler;
import io.debezium.pipeline.EventDispatcher;
import io.debezium.pipeline.notification.NotificationService;
import io.debezium.pipeline.spi.Offsets;
import io.debezium.relational.CustomConverterRegistry;
import io.debezium.relational.TableId;
import io.debezium.schema.SchemaFactory;
import io.debezium.schema.SchemaNameAdjuster;
import io.debezium.service.spi.ServiceRegistry;
import io.debezium.spi.topic.TopicNamingStrategy;
import io.debezium.util.Clock;
import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.metric.MetricDisplay;
import io.mysqlrelay.core.metric.SourceMetric;
import io.mysqlrelay.source.config.SourceConfig;
import io.mysqlrelay.source.meter.SourceMeter;
import io.mysqlrelay.source.meter.WorkerMetrics;
import io.mysqlrelay.source.server.SourceConnections;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source task: assembles Debezium's parts as its MySqlConnectorTask does, with our own start, reader, deserializers
 * and records in place of its own. {@code AssemblyVersionTest} says what to do when Debezium changes.
 */
public class MySqlRelaySourceTask extends BinlogSourceTask<MySqlPartition, MySqlOffsetContext> {
    private static final Logger LOG = LoggerFactory.getLogger(MySqlRelaySourceTask.class);

    /** Of the whole life of the task, through all its starts. */
    private final SourceMeter meter = new SourceMeter(System::currentTimeMillis);

    private MetricDisplay<SourceMetric> metrics;
    private SourceConfig config;
    private Configuration debezium;
    private MySqlConnectorConfig connectorConfig;
    private MySqlTaskContext taskContext;
    private volatile ChangeEventQueue<DataChangeEvent> queue;
    private volatile ErrorHandler errorHandler;
    private volatile BinlogConnectorConnection connection;
    private volatile RelaySchema schema;
    private volatile RunProgress progress;

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    protected String connectorName() {
        return "mysql";
    }

    /** Called before every start, also before one that follows an outage. */
    @Override
    public CdcSourceTaskContext<? extends CommonConnectorConfig> preStart(Configuration given) {
        if (metrics == null) {
            metrics = WorkerMetrics.of(context, meter);
        }
        metrics.show();
        config = SourceConfig.parse(given.asMap());
        debezium = DebeziumSettings.of(given.asMap());
        connectorConfig = new MySqlConnectorConfig(debezium);
        taskContext = new MySqlTaskContext(debezium, connectorConfig);
        return taskContext;
    }

    @Override
    public ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> start(Configuration given) {
        try {
            return assemble();
        } catch (RuntimeException | SQLException e) {
            doStop();
            if (RelayErrorHandler.passing(e)) {
                throw new RetriableException("the task cannot start now and tries again: " + e.getMessage(), e);
            }
            throw e instanceof RuntimeException unchecked
                    ? unchecked
                    : new ConnectException("the source refuses: " + e.getMessage(), e);
        }
    }

    private ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> assemble() throws SQLException {
        SourceFacts facts = SourceFacts.read(new SourceConnections(config.server()));
        StartChecks.gtidMode(facts);
        @SuppressWarnings("unchecked") // raw in Debezium's signature
        TopicNamingStrategy<TableId> topics =
                connectorConfig.getTopicNamingStrategy(MySqlConnectorConfig.TOPIC_NAMING_STRATEGY);
        SchemaNameAdjuster names = connectorConfig.schemaNameAdjuster();
        ServiceRegistry services = connectorConfig.getServiceRegistry();
        registerServiceProviders(services);
        connectorConfig.getBeanRegistry().add(StandardBeanNames.CONFIGURATION, debezium);
        connectorConfig.getBeanRegistry().add(StandardBeanNames.CONNECTOR_CONFIG, connectorConfig);
        MySqlValueConverters converters = converters(services);
        connection = new MySqlConnection(
                new MySqlConnectionConfiguration(debezium), MySqlFieldReaderResolver.resolve(connectorConfig));
        schema = new RelaySchema(
                connectorConfig,
                converters,
                topics,
                names,
                facts.lowerCaseTableNames() != 0,
                services.tryGetService(CustomConverterRegistry.class),
                taskContext);
        queue = new ChangeEventQueue.Builder<DataChangeEvent>()
                .pollInterval(connectorConfig.getPollInterval())
                .maxBatchSize(connectorConfig.getMaxBatchSize())
                .maxQueueSize(connectorConfig.getMaxQueueSize())
                .maxQueueSizeInBytes(connectorConfig.getMaxQueueSizeInBytes())
                .queueProvider(
                        services.tryGetService(QueueProviderService.class).getQueueProvider())
                .loggingContextSupplier(() -> taskContext.configureLoggingContext("relay-source-task"))
                .build();
        RelayErrorHandler errors = new RelayErrorHandler(connectorConfig, queue, errorHandler);
        errorHandler = errors;
        BinlogEventMetadataProvider metadata = new BinlogEventMetadataProvider();
        EventDispatcher<MySqlPartition, TableId> dispatcher = new EventDispatcher<>(
                connectorConfig,
                topics,
                schema,
                queue,
                connectorConfig.getTableFilters().dataCollectionFilter(),
                DataChangeEvent::new,
                null,
                metadata,
                ScheduledHeartbeat.NOOP_HEARTBEAT,
                names,
                null,
                services.tryGetService(DebeziumHeaderProducer.class));
        BinaryLogClient client = Assembly.newClient(connectorConfig);
        MySqlStreamingChangeEventSourceMetrics metrics = new MySqlStreamingChangeEventSourceMetrics(
                taskContext, queue, metadata, schema::dataCollectionIds, client);
        Assembly assembly = new Assembly(
                config,
                connectorConfig,
                connection,
                dispatcher,
                errorHandler,
                Clock.system(),
                taskContext,
                schema,
                metrics,
                queue);
        MySqlPartition partition = new MySqlPartition.Provider(connectorConfig, debezium)
                .getPartitions()
                .iterator()
                .next();
        StoredOffset stored =
                new StoredOffset(() -> context.offsetStorageReader().offset(partition.getSourcePartition()));
        MigrationMemory memory = memory(config);
        memory.prepare();
        StartChecks.history(schema, stored.read());
        progress = new RunProgress(memory, stored);
        Run run = new RunStart(assembly, facts, partition, meter).run(progress.begin());
        NotificationService<MySqlPartition, MySqlOffsetContext> notifications = new NotificationService<>(
                getNotificationChannels(), connectorConfig, SchemaFactory.get(), dispatcher::enqueueNotification);
        ChangeEventSourceCoordinator<MySqlPartition, MySqlOffsetContext> coordinator =
                new ChangeEventSourceCoordinator<>(
                        historyOf(partition, run.from()),
                        errorHandler,
                        MySqlConnector.class,
                        connectorConfig,
                        factory(assembly, client, run, memory, stored),
                        new MySqlChangeEventSourceMetricsFactory(metrics),
                        dispatcher,
                        schema,
                        null,
                        notifications,
                        null) {
                    /** It waits for the thread, which may wait for the server. */
                    @Override
                    public synchronized void stop() throws InterruptedException {
                        errors.stopping();
                        facts.connections().end();
                        super.stop();
                    }
                };
        coordinator.start(taskContext, queue, metadata);
        return coordinator;
    }

    /** How far the coordinator fills the table model from its history: to where this run begins. */
    private Offsets<MySqlPartition, MySqlOffsetContext> historyOf(MySqlPartition partition, Map<String, ?> from) {
        return Offsets.of(Collections.singletonMap(
                partition, from == null ? null : new MySqlOffsetContext.Loader(connectorConfig).load(from)));
    }

    private static RelaySourceFactory factory(
            Assembly assembly, BinaryLogClient client, Run run, MigrationMemory memory, StoredOffset stored) {
        StartScan scan = new StartScan(run, () -> BinlogReader.second(assembly));
        MigrationStart start = new MigrationStart(run, new StartPosition(run, scan), memory, stored);
        return new RelaySourceFactory(start, () -> new ChangeReader(assembly, client, run, scan));
    }

    /** A seam for tests without Kafka. */
    MigrationMemory memory(SourceConfig of) {
        return new TopicMemory(of);
    }

    private MySqlValueConverters converters(ServiceRegistry services) {
        return new MySqlValueConverters(
                connectorConfig.getDecimalMode(),
                connectorConfig.getTemporalPrecisionMode(),
                connectorConfig.getBigIntUnsignedHandlingMode().asBigIntUnsignedMode(),
                connectorConfig.binaryHandlingMode(),
                x -> x,
                connectorConfig.getEventConvertingFailureHandlingMode(),
                services);
    }

    @Override
    public List<SourceRecord> doPoll() throws InterruptedException {
        metrics.show();
        return pollRecords(queue);
    }

    @Override
    public void commit() throws InterruptedException {
        super.commit();
        RunProgress running = progress;
        if (running != null) {
            running.stored();
        }
    }

    @Override
    protected Optional<ErrorHandler> getErrorHandler() {
        return Optional.ofNullable(errorHandler);
    }

    @Override
    protected void doStop() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.warn("closing the connection to the source", e);
        }
        if (progress != null) {
            progress.close();
        }
        if (schema != null) {
            schema.close();
        }
        if (queue != null) {
            queue.close();
        }
    }

    /** None: SourceConfig has checked them, and Debezium's check knows neither our names nor our defaults. */
    @Override
    protected Iterable<Field> getAllConfigurationFields() {
        return List.of();
    }
}
