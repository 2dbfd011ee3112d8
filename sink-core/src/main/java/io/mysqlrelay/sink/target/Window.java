package io.mysqlrelay.sink.target;

import io.mysqlrelay.sink.change.RowChange;
import java.util.List;

/**
 * Consecutive row changes that are applied and checkpointed together.
 *
 * @param changes in source order; never empty
 * @param safe true while changes may already be in the target: apply by DELETE of the key, then REPLACE. LOAD changes
 *     are always "insert if absent". Changes of tables without a key, and of those loaded from a snapshot, are applied as usual,
 *     safe or not: the engine has dropped those that the loaded rows contain
 * @param after the checkpoint to store with the last change
 * @param origins of the changes; never null
 */
public record Window(List<RowChange> changes, boolean safe, Checkpoint after, Origins origins) {
    /** Changes whose records are not at hand. */
    public Window(List<RowChange> changes, boolean safe, Checkpoint after) {
        this(changes, safe, after, Origins.NONE);
    }
}
