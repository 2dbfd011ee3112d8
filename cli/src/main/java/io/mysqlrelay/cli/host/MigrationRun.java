package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.Sentences;
import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.cli.file.ConnectorSettings;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectRestException;
import io.mysqlrelay.testkit.connect.ConnectorStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two connectors of a migration inside a host's worker. */
public final class MigrationRun {
    /** The worker has taken the connector and has not yet written its first status. */
    private static final int NOT_FOUND = 404;

    private final ConnectRest rest;
    private final String sourceName;
    private final String sinkName;

    public MigrationRun(ConnectRest rest, String migration) {
        this.rest = rest;
        this.sourceName = migration + "-source";
        this.sinkName = migration + "-sink";
    }

    /**
     * Validates both configurations and only then creates anything, source first: it makes the topic that the sink reads.
     *
     * @throws UserError listing every setting to change; then nothing has been started
     */
    public void start(ConnectorSettings settings) {
        List<String> mistakes = new ArrayList<>();
        mistakes.addAll(validate("source.", sourceName, settings.source()));
        mistakes.addAll(validate("target.", sinkName, settings.sink()));
        if (!mistakes.isEmpty()) {
            throw new UserError("the migration was not started:\n  " + String.join("\n  ", mistakes));
        }
        rest.put(sourceName, settings.source());
        rest.put(sinkName, settings.sink());
    }

    private List<String> validate(String prefix, String name, Map<String, String> settings) {
        Map<String, String> named = new TreeMap<>(settings);
        named.put("name", name);
        return rest.validationErrors(named).stream().map(prefix::concat).toList();
    }

    /** @return why the migration has stopped, as a sentence for the user; empty while it runs */
    public Optional<String> failure() {
        for (String name : List.of(sourceName, sinkName)) {
            try {
                ConnectorStatus status = rest.status(name);
                if (status.isFailed()) {
                    return Optional.of(name + ": " + Sentences.ofTrace(status.failure()));
                }
            } catch (ConnectRestException e) {
                if (e.status() != NOT_FOUND) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }
}
