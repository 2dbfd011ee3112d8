package io.mysqlrelay.sink.state;

/**
 * What is to be done about a statement of the source.
 *
 * @param statement of the target, to execute in place of the source's; null to leave that out
 */
public record DdlOrder(String statement) {
    public boolean skips() {
        return statement == null;
    }
}
