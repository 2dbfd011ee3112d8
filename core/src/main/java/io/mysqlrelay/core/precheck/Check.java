package io.mysqlrelay.core.precheck;

import java.util.List;

/**
 * A check that can be made now.
 *
 * @param kind its place in the catalogue
 * @param side what it looks at
 * @param setting of the connector that its findings belong to unless they name another
 * @param look the look itself; any thread may make it
 */
public record Check(CheckKind kind, Side side, String setting, Look look) {
    /** Looks without changing anything. */
    @FunctionalInterface
    public interface Look {
        /**
         * @return empty when all is well
         * @throws CouldNotTell when something that is needed cannot be read
         * @throws Exception anything else is a check that broke, and is reported as one
         */
        List<Finding> look() throws Exception;
    }
}
