package io.mysqlrelay.sink.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.stream.MarkerType;
import io.mysqlrelay.sink.change.Marker;
import io.mysqlrelay.sink.target.MigrationState;
import io.mysqlrelay.sink.target.MigrationState.Phase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationPhasesTest {
    private MigrationPhases phases = new MigrationPhases(new MigrationState(Phase.NEW, null, null, null));

    private boolean on(MarkerType type, String... attributes) {
        Map<String, String> map = attributes.length == 0 ? Map.of() : Map.of(attributes[0], attributes[1]);
        if (attributes.length == 4) {
            map = Map.of(attributes[0], attributes[1], attributes[2], attributes[3]);
        }
        boolean changed = phases.on(new Marker(type, map, List.of()));
        phases = new MigrationPhases(phases.state()); // a restart at any place changes nothing
        return changed;
    }

    private void begin(String types) {
        on(MarkerType.BEGIN, "start", "@b.1:4", "migration_types", types);
    }

    private void load() {
        on(MarkerType.SCHEMA_BEGIN);
        phases.schemaStatement("statement");
        on(MarkerType.SCHEMA_END);
        on(MarkerType.LOAD_BEGIN);
        phases.loadedRow("row");
        on(MarkerType.LOAD_END, "end", "@b.1:100");
    }

    @Test
    void wholeMigrationGoesThroughItsPhasesAndToleratesRepeats() {
        begin("schema,full,incremental");
        begin("full, schema,incremental");
        load();
        load();
        assertThat(phases.state().phase()).isEqualTo(Phase.FULL);
        assertThat(on(MarkerType.INCREMENTAL_BEGIN)).isTrue();
        assertThat(on(MarkerType.INCREMENTAL_BEGIN)).isFalse();
        phases.loggedChange("change");
        assertThat(phases.safe("b.1:99")).isTrue();
        assertThat(phases.safe("b.1:100")).isFalse();
        assertThat(phases.inSafeMode()).isTrue();
        phases.endSafeMode();
        assertThat(phases.safe("b.1:99")).isFalse();
        assertThat(phases.state().safeUntil()).isNull();
    }

    @Test
    void secondFullLoadIsRefused() {
        begin("schema,full,incremental");
        load();
        on(MarkerType.INCREMENTAL_BEGIN);
        begin("schema,full,incremental");
        assertThatThrownBy(() -> on(MarkerType.LOAD_BEGIN)).hasMessageContaining("RELAY-3021");
        assertThatThrownBy(() -> on(MarkerType.SCHEMA_BEGIN)).hasMessageContaining("RELAY-3021");
        assertThatThrownBy(() -> phases.loadedRow("row")).hasMessageContaining("RELAY-3021");
        assertThatThrownBy(() -> phases.schemaStatement("statement")).hasMessageContaining("RELAY-3021");
    }

    @Test
    void anotherStartOrOtherTypesAreRefused() {
        begin("schema");
        assertThatThrownBy(() -> begin("schema,full")).hasMessageContaining("RELAY-3022");
        assertThatThrownBy(() -> on(MarkerType.BEGIN, "start", "@b.1:5", "migration_types", "schema"))
                .hasMessageContaining("RELAY-3022");
    }

    @Test
    void changesNeedAFinishedLoadAndNothingFollowsTheEnd() {
        assertThatThrownBy(() -> on(MarkerType.LOAD_BEGIN)).hasMessageContaining("RELAY-3020");
        begin("schema,full");
        on(MarkerType.SCHEMA_BEGIN);
        on(MarkerType.LOAD_BEGIN);
        assertThatThrownBy(() -> on(MarkerType.COMPLETED)).hasMessageContaining("RELAY-3020");
        assertThatThrownBy(() -> phases.loggedChange("change")).hasMessageContaining("RELAY-3020");
        on(MarkerType.LOAD_END, "end", "@b.1:100");
        assertThatThrownBy(() -> on(MarkerType.INCREMENTAL_BEGIN)).hasMessageContaining("RELAY-3020");
        on(MarkerType.COMPLETED);
        assertThat(phases.state().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(on(MarkerType.COMPLETED)).isFalse();
        assertThatThrownBy(() -> phases.loggedChange("change")).hasMessageContaining("RELAY-3020");
    }

    @Test
    void incrementalAloneNeedsNoLoad() {
        begin("incremental");
        on(MarkerType.INCREMENTAL_BEGIN);
        phases.loggedChange("change");
        assertThat(phases.inSafeMode()).isFalse();
    }
}
