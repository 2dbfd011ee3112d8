package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumMembersTest {
    @Test
    void literalsBecomeValues() {
        assertThat(EnumMembers.of(
                        List.of("'a'", "'it''s'", "''", "'a,b'", "\"x\"", "'back\\\\slash'", "'tab\\t'", "'a\"b'")))
                .containsExactly("a", "it's", "", "a,b", "x", "back\\slash", "tab\t", "a\"b");
    }
}
