package io.mysqlrelay.source;

import io.mysqlrelay.core.position.GtidSet;
import io.mysqlrelay.source.config.MigrationGroup;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** What a source offset looks like, for offsets that a user writes through Connect's REST interface. */
final class OffsetShape {
    /** Key of the one partition; its value is the topic.prefix. */
    static final String PARTITION = "server";

    private OffsetShape() {}

    /**
     * @param offset null removes the offset, whatever its partition: that also tidies up after a mistake
     * @throws ConnectException with the part that is wrong; Connect's REST interface shows it
     */
    static void check(Map<String, String> props, Map<String, ?> partition, Map<String, ?> offset) {
        if (offset == null) {
            return;
        }
        String prefix = props.get(MigrationGroup.TOPIC_PREFIX);
        if (partition == null || !String.valueOf(prefix).equals(partition.get(PARTITION))) {
            throw new ConnectException("the partition must be {\"server\": \"" + prefix + "\"}, the topic.prefix");
        }
        if (!(offset.get("file") instanceof String file) || !file.matches(".+\\.\\d+")) {
            throw new ConnectException("the offset needs \"file\": the name of a binlog file, as a string");
        }
        if (!(offset.get("pos") instanceof Number position) || position.longValue() < 0) {
            throw new ConnectException("the offset needs \"pos\": a position in the binlog file, as a number");
        }
        Object gtids = offset.get("gtids");
        if (gtids != null && !(gtids instanceof String text && isSet(text))) {
            throw new ConnectException("\"gtids\" in the offset must be a GTID set, as in @@gtid_executed");
        }
    }

    private static boolean isSet(String text) {
        try {
            GtidSet.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
