package io.mysqlrelay.sink.change;

/**
 * The source has nothing to say at this time; advances the checkpoint and keeps the lag right.
 *
 * @param sourceMillis the source's time
 */
public record Heartbeat(long sourceMillis) implements StreamValue {}
