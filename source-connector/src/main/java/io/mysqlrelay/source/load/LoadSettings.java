package io.mysqlrelay.source.load;

/**
 * Limits of the full load.
 *
 * @param chunkRows most rows in one query of a table with a key; 1 or more
 * @param chunkBytes rows of one query are meant to stay below this, judged by the rows before
 * @param generated values of generated columns are read too
 * @param lockWaitSeconds how long one attempt waits for the read lock of a table without a key; writers queue behind it
 * @param lockAttempts how often the lock is tried
 * @param lockPauseMillis between two attempts to lock
 * @param reconnectAttempts how often in a row a lost connection is opened again while a table with a key is read
 * @param reconnectPauseMillis before each of them
 */
public record LoadSettings(
        int chunkRows,
        long chunkBytes,
        boolean generated,
        int lockWaitSeconds,
        int lockAttempts,
        long lockPauseMillis,
        int reconnectAttempts,
        long reconnectPauseMillis) {
    public static final int DEFAULT_CHUNK_ROWS = 10_000;

    private static final long DEFAULT_CHUNK_BYTES = 64L << 20;

    /**
     * Enough for a session that was ended or a network that was cut. What takes longer is an outage, and for that the
     * task has its own restart, which is logged, seen, and goes on without end; a retry here would only keep silent.
     */
    private static final int RECONNECT_ATTEMPTS = 3;

    private static final long RECONNECT_PAUSE_MILLIS = 1_000;

    /** @return the usual limits with another chunk size */
    public static LoadSettings ofChunkRows(int chunkRows) {
        return new LoadSettings(
                chunkRows, DEFAULT_CHUNK_BYTES, false, 2, 100, 5_000, RECONNECT_ATTEMPTS, RECONNECT_PAUSE_MILLIS);
    }

    public LoadSettings withGenerated(boolean values) {
        return new LoadSettings(
                chunkRows,
                chunkBytes,
                values,
                lockWaitSeconds,
                lockAttempts,
                lockPauseMillis,
                reconnectAttempts,
                reconnectPauseMillis);
    }
}
