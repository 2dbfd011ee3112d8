package io.mysqlrelay.sink.order;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.core.position.SourcePosition;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the migration stands, and what may come next. A restarted source repeats markers; a repeated one changes
 * nothing. Used by one thread.
 */
public final class MigrationPhases {
    private MigrationState state;

    /** Decoded {@link MigrationState#safeUntil}; null outside safe mode. */
    private SourcePosition safeUntil;

    private String judged;
    private boolean judgedSafe;

    public MigrationPhases(MigrationState state) {
        become(state);
    }

    public MigrationState state() {
        return state;
    }

    /** @return true if the TABLES marker's names are created by the migration itself */
    public boolean withSchema() {
        return types(state.types()).contains("schema");
    }

    /**
     * @return true if the marker changed {@link #state}, which must then be saved with it
     * @throws RelayException RELAY-302x if it may not come now
     */
    public boolean on(Marker marker) {
        MigrationState before = state;
        switch (marker.type()) {
            case RUN -> {}
            case BEGIN -> begin(marker);
            case TABLES -> require(state.start() != null, marker);
            case SCHEMA_BEGIN -> {
                beforeLoadEnd("SCHEMA_BEGIN");
                require(withSchema(), marker);
                enter(Phase.SCHEMA);
            }
            case SCHEMA_END -> schemaStatement("SCHEMA_END");
            case LOAD_BEGIN -> {
                beforeLoadEnd("LOAD_BEGIN");
                require(withLoad(), marker);
                enter(Phase.FULL);
            }
            case TABLE_BEGIN, TABLE_END, TABLE_AGAIN -> loadedRow(marker.type().name());
            case LOAD_END -> {
                loadedRow("LOAD_END");
                become(new MigrationState(Phase.FULL, state.types(), state.start(), attribute(marker, "end")));
            }
            case INCREMENTAL_BEGIN -> {
                require(state.phase() != Phase.COMPLETED && types(state.types()).contains("incremental"), marker);
                require(state.phase() == Phase.INCREMENTAL || !withLoad() || loadEnded(), marker);
                enter(Phase.INCREMENTAL);
            }
            case COMPLETED -> {
                require(state.phase() != Phase.INCREMENTAL && state.start() != null, marker);
                require(state.phase() == Phase.COMPLETED || !withLoad() || loadEnded(), marker);
                enter(Phase.COMPLETED);
            }
        }
        return !state.equals(before);
    }

    private void begin(Marker marker) {
        String start = SourcePosition.decode(attribute(marker, "start")).encode();
        String types = attribute(marker, "migration_types");
        if (state.start() == null) {
            become(new MigrationState(state.phase(), types, start, state.safeUntil()));
            return;
        }
        if (!state.start().equals(start) || !types(state.types()).equals(types(types))) {
            throw new RelayException(
                    ErrorCode.MIGRATION_CHANGED,
                    "the migration has migration.types " + state.types() + " from " + state.start()
                            + ", the source now says " + types + " from " + start);
        }
    }

    /** A row of the full load, or a marker around its tables. */
    public void loadedRow(String what) {
        beforeLoadEnd(what);
        require(state.phase() == Phase.FULL, what);
    }

    /** A statement of the schema phase. */
    public void schemaStatement(String what) {
        beforeLoadEnd(what);
        require(state.phase() == Phase.SCHEMA || state.phase() == Phase.FULL, what);
    }

    /** A logged row change or statement. */
    public void loggedChange(String what) {
        require(state.phase() == Phase.INCREMENTAL, what);
    }

    /** @return true while changes of the transaction may already be in the loaded rows */
    public boolean safe(String transaction) {
        if (safeUntil == null) {
            return false;
        }
        if (!transaction.equals(judged)) {
            judgedSafe = safeUntil.includes(transaction);
            judged = transaction;
        }
        return judgedSafe;
    }

    public boolean inSafeMode() {
        return safeUntil != null && state.phase() == Phase.INCREMENTAL;
    }

    /** The position at which the load ended is passed. The changed {@link #state} must be saved. */
    public void endSafeMode() {
        become(new MigrationState(state.phase(), state.types(), state.start(), null));
    }

    private boolean withLoad() {
        return types(state.types()).contains("full");
    }

    private boolean loadEnded() {
        return state.phase() == Phase.FULL && state.safeUntil() != null;
    }

    /** A migration never goes back, also when a source repeats its schema phase in the middle of the load. */
    private void enter(Phase phase) {
        if (state.start() == null) {
            throw order("phase " + phase + " before the BEGIN marker");
        }
        if (phase.compareTo(state.phase()) > 0) {
            become(new MigrationState(phase, state.types(), state.start(), state.safeUntil()));
        }
    }

    private void become(MigrationState next) {
        state = next;
        safeUntil = next.safeUntil() == null ? null : SourcePosition.decode(next.safeUntil());
        judged = null;
    }

    private void beforeLoadEnd(String what) {
        if (state.phase().compareTo(Phase.INCREMENTAL) >= 0) {
            throw new RelayException(ErrorCode.SECOND_LOAD, what + " in a migration that is in phase " + state.phase());
        }
    }

    private void require(boolean allowed, Marker marker) {
        require(allowed, "marker " + marker.type());
    }

    private void require(boolean allowed, String what) {
        if (!allowed) {
            throw order(what);
        }
    }

    private RelayException order(String what) {
        return new RelayException(
                ErrorCode.STREAM_ORDER,
                what + " cannot come in phase " + state.phase() + " of a migration with migration.types "
                        + (state.types() == null ? "not announced yet" : state.types()));
    }

    private static Set<String> types(String types) {
        return types == null
                ? Set.of()
                : new HashSet<>(Arrays.asList(types.replace(" ", "").split(",")));
    }

    /** @throws RelayException RELAY-3001 if the marker lacks the attribute */
    public static String attribute(Marker marker, String name) {
        String value = marker.attributes().get(name);
        if (value == null) {
            throw new RelayException(
                    ErrorCode.FOREIGN_RECORD, "marker " + marker.type() + " lacks the attribute " + name);
        }
        return value;
    }
}
