package io.mysqlrelay.cli.progress;

/** Whether somebody watches. The launcher looks, because Java's own answer differs between versions. */
public final class Terminal {
    private Terminal() {}

    public static boolean watched() {
        return Boolean.getBoolean("relay.terminal");
    }
}
