package io.mysqlrelay.sink.topic;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.order.StreamCursor;
import io.mysqlrelay.sink.target.Checkpoint;

/**
 * What Kafka says about the change topic.
 *
 * @param id Kafka's id: another one means another topic, whatever its name
 * @param start first offset that is still there
 * @param end offset of the next record to be written
 */
public record TopicState(String name, String id, int partitions, long start, long end) {
    /**
     * Connect alone would jump to the earliest record without a word when an offset is not there.
     *
     * @param saved null when the target knows nothing of the migration
     * @return the checkpoint to continue from
     * @throws RelayException RELAY-301x if records would be missed
     */
    public Checkpoint startFrom(Checkpoint saved) {
        if (saved == null) {
            if (start > 0) {
                throw new RelayException(
                        ErrorCode.TOPIC_TRUNCATED,
                        "topic " + name + " begins at offset " + start
                                + ", and the target has no checkpoint, so it needs the topic from offset 0");
            }
            return StreamCursor.start(id);
        }
        requireHolds(saved.topicId(), saved.nextOffset());
        return saved;
    }

    /** @throws RelayException RELAY-301x if this is another topic or the offset cannot be read next */
    public void requireHolds(String topicId, long nextOffset) {
        if (!id.equals(topicId)) {
            throw new RelayException(
                    ErrorCode.TOPIC_REPLACED,
                    "topic " + name + " has the id " + id + ", the target's checkpoint belongs to " + topicId);
        }
        if (nextOffset < start || nextOffset > end) {
            throw new RelayException(
                    ErrorCode.TOPIC_TRUNCATED,
                    "topic " + name + " holds the offsets " + start + " to " + end
                            + ", the target's checkpoint continues at " + nextOffset);
        }
    }
}
