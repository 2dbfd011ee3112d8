package io.mysqlrelay.sink.adb.value;

/** A value that the target's column cannot hold. The message says why, without the value. */
public final class ValueRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ValueRefused(String why) {
        super(why, null, false, false);
    }
}
