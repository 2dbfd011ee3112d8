package io.mysqlrelay.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void delimitersInsideStringsNamesAndCommentsDoNotCut() {
        assertThat(split("SELECT ';', \"a;b\", `c;d`; SELECT 'it''s;', 'a\\';'; SELECT 1 /* ; */ -- ; \n + 1 # ;\n"))
                .containsExactly(
                        "SELECT ';', \"a;b\", `c;d`", "SELECT 'it''s;', 'a\\';'", "SELECT 1 /* ; */ -- ; \n + 1 # ;");
    }

    @Test
    void aBackslashIsNoEscapeInsideBackquotes() {
        assertThat(split("SELECT 1 AS `back\\`; SELECT 2")).containsExactly("SELECT 1 AS `back\\`", "SELECT 2");
    }

    @Test
    void aBackslashDoesNotEscapeWhenTheModeSaysSo() {
        SqlSplitter splitter = new SqlSplitter("SELECT 'a\\'; SELECT 'b'");
        splitter.backslashEscapes(false);
        assertThat(splitter.next().text()).isEqualTo("SELECT 'a\\'");
        assertThat(splitter.next().text()).isEqualTo("SELECT 'b'");
        assertThat(splitter.hasNext()).isFalse();
    }

    @Test
    void versionedCommentsAreStatementsAndHideDelimitersAndStrings() {
        assertThat(split("/*!80000 SELECT '*/;' ; */; /* only a comment */; SELECT 1"))
                .containsExactly("/*!80000 SELECT '*/;' ; */", "SELECT 1");
    }

    @Test
    void leadingLineCommentsGoAndLeadingBlockCommentsStay() {
        assertThat(split("-- about\n--\n# more\n/* kept */ SELECT 1;\n-- end")).containsExactly("/* kept */ SELECT 1");
    }

    @Test
    void twoMinusesWithoutSpaceAreNoComment() {
        assertThat(split("SELECT 1--1; SELECT 2")).containsExactly("SELECT 1--1", "SELECT 2");
    }

    @Test
    void theDelimiterCommandKeepsBodiesWhole() {
        String script = """
                DELIMITER //
                CREATE PROCEDURE p() BEGIN
                  SELECT 1; SELECT 2;
                END//
                delimiter ;
                CALL p();
                """;
        List<SqlStatement> statements = new SqlScript("s", script).statements();
        assertThat(statements)
                .extracting(SqlStatement::text)
                .containsExactly("CREATE PROCEDURE p() BEGIN\n  SELECT 1; SELECT 2;\nEND", "CALL p()");
        assertThat(statements).extracting(SqlStatement::line).containsExactly(2, 6);
    }

    private static List<String> split(String text) {
        return new SqlScript("test", text)
                .statements().stream().map(SqlStatement::text).toList();
    }
}
