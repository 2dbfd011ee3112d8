package io.mysqlrelay.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @Test
    void idsAreUnique() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void textsAreCompleteAndEndWithoutFullStop(ErrorCode code) {
        assertThat(code.id()).matches("RELAY-[1-5]\\d{3}");
        assertThat(code.meaning())
                .isNotBlank()
                .doesNotEndWith(".")
                .isEqualTo(code.meaning().strip());
        assertThat(code.remedy())
                .isNotBlank()
                .doesNotEndWith(".")
                .isEqualTo(code.remedy().strip());
    }

    @Test
    void aMessageHasCodeDetailAndRemedy() {
        RelayException e = new RelayException(ErrorCode.FOREIGN_RECORD, "the detail");
        assertThat(e)
                .hasMessageStartingWith("RELAY-3001 the detail [")
                .hasMessageContaining(ErrorCode.FOREIGN_RECORD.remedy());
    }
}
