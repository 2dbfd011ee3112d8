package io.mysqlrelay.sink.mysql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MembersTest {
    @Test
    void membersAreReadFromTheColumnsType() {
        assertThat(Members.parse("enum('a','it''s','\\\\\\n','')")).containsExactly("a", "it's", "\\\n", "");
    }

    @Test
    void namesThatTheServerKeepsInAnotherFormHaveTheSameNumbers() {
        assertThat(Members.sameNumbers(List.of("a ", "é", ""), List.of("a", "?", ""), "cp1251"))
                .isTrue();
        assertThat(Members.sameNumbers(List.of("a", "é", ""), List.of("a", "", ""), "utf8mb4"))
                .isTrue();
        assertThat(Members.sameNumbers(List.of("ab", "c"), List.of("慢", ""), "utf16"))
                .isTrue();
    }

    @Test
    void otherNamesAndAnotherOrderDoNot() {
        assertThat(Members.sameNumbers(List.of("a", "b"), List.of("b", "a"), "utf16"))
                .isFalse();
        assertThat(Members.sameNumbers(List.of("é", "ü"), List.of("ü", "é"), "utf8mb4"))
                .isFalse();
        assertThat(Members.sameNumbers(List.of("a", "b"), List.of("a", "c"), "utf8mb4"))
                .isFalse();
        assertThat(Members.sameNumbers(List.of("a"), List.of("a", "b"), "utf8mb4"))
                .isFalse();
    }
}
