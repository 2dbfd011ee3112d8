package io.mysqlrelay.sink.mysql.plan;

/**
 * A number for a key. Different keys that share one by chance are applied in one lane, which is coarser than necessary
 * and never wrong.
 */
final class KeyHash {
    private long state;

    KeyHash(long salt) {
        state = salt;
    }

    /** The order of what is put counts. */
    void put(long value) {
        // The finalizer of SplitMix64: each bit of the input changes half of the output's.
        long z = (state + 0x9e3779b97f4a7c15L) ^ value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        state = z ^ (z >>> 31);
    }

    void put(String text) {
        put(text.length());
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    long value() {
        return state;
    }
}
