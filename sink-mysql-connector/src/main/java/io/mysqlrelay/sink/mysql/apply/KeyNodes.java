package io.mysqlrelay.sink.mysql.apply;

import java.util.Arrays;

/** Remembers who came with a key first. A map of longs, since a window has tens of thousands of keys. */
final class KeyNodes {
    private static final int NOBODY = -1;

    private long[] keys;
    private int[] nodes;
    private int size;

    KeyNodes(int expected) {
        allocate(Integer.highestOneBit(Math.max(8, expected)) * 4);
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        nodes = new int[capacity];
        Arrays.fill(nodes, NOBODY);
    }

    /** @return the node that came with the key first: this one if there was none */
    int first(long key, int node) {
        if (size * 2 > keys.length) {
            grow();
        }
        int at = place(key);
        if (nodes[at] == NOBODY) {
            keys[at] = key;
            nodes[at] = node;
            size++;
        }
        return nodes[at];
    }

    /** Keys are hashes already: their low bits are as good as any. */
    private int place(long key) {
        int at = (int) key & (keys.length - 1);
        while (nodes[at] != NOBODY && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNodes = nodes;
        allocate(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNodes[i] != NOBODY) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                nodes[at] = oldNodes[i];
            }
        }
    }
}
