package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.RelayVersion;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.metric.OneTopicMetric;
import java.time.DateTimeException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.metrics.Monitorable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Makes the records of a stock Debezium MySQL connector, of its tables' topics and of its schema change topic, into one
 * ordered change topic that the relay's sinks read. For the source connector's task only: there the records still have the
 * source's order, and their source offsets tell their place.
 */
public final class OneTopic<R extends ConnectRecord<R>> implements Transformation<R>, Monitorable {
    private final FirstFailure failure = new FirstFailure();
    private final Tally<OneTopicMetric> tally = new Tally<>("onetopic", OneTopicMetric.class);
    private StockStream stream;

    @Override
    public ConfigDef config() {
        return OneTopicSettings.DEFINITION;
    }

    @Override
    public String version() {
        return RelayVersion.current();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        stream = new StockStream(OneTopicSettings.of(configs), tally);
    }

    @Override
    public void withPluginMetrics(PluginMetrics metrics) {
        tally.showOn(metrics);
    }

    /**
     * @return null for what is no change: tombstones, the first half of a key's update, what a snapshot begins with. Connect
     *     stores no source offset for these
     * @throws org.apache.kafka.connect.errors.ConnectException RELAY-1301, RELAY-303x
     */
    @Override
    public R apply(R record) {
        failure.rethrow();
        tally.show();
        try {
            if (!(record instanceof SourceRecord source)) {
                throw new RelayException(ErrorCode.STOCK_PLACE, "a record of topic " + record.topic() + " of a sink");
            }
            @SuppressWarnings("unchecked") // a source record's newRecord gives a source record
            R changed = (R) stream.change(source);
            return changed;
        } catch (RelayException e) {
            throw failure.set(e);
        } catch (DataException
                | DateTimeException
                | ClassCastException
                | NullPointerException
                | IllegalArgumentException e) {
            // Fields that are missing or of another type. Messages of these exceptions may hold values.
            throw failure.set(new RelayException(
                    ErrorCode.STOCK_RECORD,
                    "a record of topic " + record.topic() + " is not of the form that Debezium 3.6 writes ("
                            + e.getClass() + ")",
                    e));
        }
    }

    @Override
    public void close() {
        // Nothing is held but memory.
    }
}
