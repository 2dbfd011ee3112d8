package io.mysqlrelay.sink.adb.state;

import java.util.UUID;

/**
 * Names one task as an owner, kept over reconnects. By it the task knows that it was replaced, and does not take its
 * successor's sessions for those of an earlier owner; and that an attempt which broke off was its own. Thread-safe.
 */
public final class TaskToken {
    private final String own = UUID.randomUUID().toString();
    /** That of the owner which this task has tried to replace last; null before the first try. */
    private String replaced;

    private boolean tried;

    String own() {
        return own;
    }

    /**
     * @param found the owner's now; null for none
     * @return false if another task has become the owner since this one did, or tried to
     */
    synchronized boolean mayTake(String found) {
        if (!tried || own.equals(found)) {
            return true;
        }
        return found == null ? replaced == null : found.equals(replaced);
    }

    /** The task is about to become the owner; whether it has may never be known. */
    synchronized void trying(String found) {
        if (!own.equals(found)) {
            replaced = found;
        }
        tried = true;
    }

    /** The task is the owner: if another is later, it was replaced. */
    synchronized void taken() {
        replaced = own;
    }
}
