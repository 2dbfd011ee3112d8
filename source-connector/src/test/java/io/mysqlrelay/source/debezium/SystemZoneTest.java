package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemZoneTest {
    @Test
    void offsetsAreWrittenAsASessionTakesThem() {
        assertThat(SystemZone.text(0)).isEqualTo("+00:00");
        assertThat(SystemZone.text(8 * 3600)).isEqualTo("+08:00");
        assertThat(SystemZone.text(-(3 * 3600 + 1800))).isEqualTo("-03:30");
    }

    @Test
    void othersAreNotTold() {
        assertThat(SystemZone.text(3601)).isNull();
        assertThat(SystemZone.text(14 * 3600)).isNull();
    }
}
