package io.mysqlrelay.sink.target;

import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;

/**
 * A row change that the target refuses.
 *
 * @param change one of the window's own
 * @param failure why, with the change's place, without row values
 */
public record Refused(RowChange change, RelayException failure) {}
