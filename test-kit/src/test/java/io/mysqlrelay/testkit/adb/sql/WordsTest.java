package io.mysqlrelay.testkit.adb.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void commentsAndBlanksSeparate() {
        assertThat(texts("/* a 'b */SELECT -- c\n`x``y`,@@v # end\n. 1.5'it''s\\''"))
                .containsExactly("SELECT", "`x``y`", ",", "@", "@", "v", ".", "1", ".", "5", "'it''s\\''");
    }

    @Test
    void whatIsNotClosedGoesToTheEnd() {
        assertThat(texts("'abc")).containsExactly("'abc");
        assertThat(texts("a /* b")).containsExactly("a");
        assertThat(texts("'a\\")).containsExactly("'a\\");
    }

    private static List<String> texts(String sql) {
        return Words.of(sql).stream().map(Word::text).toList();
    }
}
