package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFormsTest {
    @Test
    void timesHaveSixDigitsAndASign() {
        assertThat(TimeText.of(0)).isEqualTo("00:00:00.000000");
        assertThat(TimeText.of(-1)).isEqualTo("-00:00:00.000001");
        assertThat(TimeText.of(-3_020_399_000_000L)).isEqualTo("-838:59:59.000000");
        assertThat(TimeText.of(3_723_000_004L)).isEqualTo("01:02:03.000004");
    }

    @Test
    void membersAreReadAsInformationSchemaPrintsThem() {
        assertThat(Members.parse("enum('a','it''s','x,y','','b\\\\c','l\\nf')"))
                .containsExactly("a", "it's", "x,y", "", "b\\c", "l\nf");
        assertThat(Members.parse("set(')','(')")).containsExactly(")", "(");
    }
}
