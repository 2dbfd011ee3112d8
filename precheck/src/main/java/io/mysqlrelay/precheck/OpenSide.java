package io.mysqlrelay.precheck;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.precheck.server.ServerFacts;
import java.util.List;
import java.util.Map;

/**
 * One side of a migration that can be looked at.
 *
 * @param server null when the settings do not say how to reach it
 * @param checks of this side alone
 * @param settings those that matter to both sides together, defaults filled in
 * @param pairing of a target; null for a source
 */
public record OpenSide(ServerFacts server, List<Check> checks, Map<String, String> settings, Pairing pairing)
        implements AutoCloseable {
    public OpenSide {
        checks = List.copyOf(checks);
        settings = Map.copyOf(settings);
    }

    /** Settings that are wrong: there is nothing to connect to. */
    public static OpenSide closed(Check check) {
        return new OpenSide(null, List.of(check), Map.of(), null);
    }

    /** Ends every session, and what runs on it. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
