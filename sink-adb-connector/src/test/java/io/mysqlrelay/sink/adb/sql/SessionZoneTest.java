package io.mysqlrelay.sink.adb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionZoneTest {
    @Test
    void theSourceMayTellWhatSystemIs() {
        assertThat(SessionZone.of(Map.of("time_zone", "SYSTEM", "system_time_zone", "+08:00")))
                .isEqualTo(ZoneId.of("+08:00"));
        assertThat(SessionZone.of(Map.of("time_zone", "-03:00", "system_time_zone", "+08:00")))
                .isEqualTo(ZoneId.of("-03:00"));
    }

    @Test
    void otherwiseItIsNotKnown() {
        assertThat(SessionZone.of(Map.of("time_zone", "SYSTEM"))).isNull();
        assertThat(SessionZone.of(Map.of())).isNull();
    }
}
