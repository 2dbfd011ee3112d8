package io.mysqlrelay.sink.target;

/**
 * How far the target is. Stored in the same target transaction as the last change it covers.
 *
 * @param topicId Kafka's id of the change topic
 * @param nextOffset offset of the first record that is not applied
 * @param run run of the last record; null before the first
 * @param seq seq of the last record of that run
 * @param runBroken true after a loss: the run's records are dropped until the next run
 * @param runAfter record behind which the run begins, as {@code run/seq}; null when the source has not said it
 * @param executed transactions that are applied completely, as GTID set; null without GTIDs
 * @param transaction the last transaction that had a change applied; null before the first
 * @param ordinal of the last applied change in it
 * @param unfinished transactions of which more may come, as {@code gtid=last ordinal}, with commas; null for none
 * @param sourceMillis source time of the last record; 0 before the first
 */
public record Checkpoint(
        String topicId,
        long nextOffset,
        String run,
        long seq,
        boolean runBroken,
        String runAfter,
        String executed,
        String transaction,
        long ordinal,
        String unfinished,
        long sourceMillis) {}
