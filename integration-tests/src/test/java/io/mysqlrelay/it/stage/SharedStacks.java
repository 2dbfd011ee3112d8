package io.mysqlrelay.it.stage;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ends the shared stacks behind the last test, while the JVM still runs: in its shutdown hooks a worker may wait for ever. */
public final class SharedStacks implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).computeIfAbsent(SharedStacks.class, key ->
                (AutoCloseable) Stack::closeShared);
    }
}
