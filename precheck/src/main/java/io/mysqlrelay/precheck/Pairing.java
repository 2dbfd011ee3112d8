package io.mysqlrelay.precheck;

import io.mysqlrelay.core.precheck.Check;
import java.util.List;

/** What a target's archive makes of both sides. Stateless. */
@FunctionalInterface
public interface Pairing {
    /**
     * @param source its server is known
     * @param target the side that this belongs to; its server is known
     * @return the checks of both sides and of both together; those of the source that mean nothing with this target are
     *     left out
     */
    List<Check> checks(OpenSide source, OpenSide target);
}
