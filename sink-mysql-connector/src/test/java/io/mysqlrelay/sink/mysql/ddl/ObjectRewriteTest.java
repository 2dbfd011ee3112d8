package io.mysqlrelay.sink.mysql.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.sink.change.DdlChange;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectRewriteTest {
    private static final String GUARD = "IF @mysql_relay_writer IS NULL THEN ";

    private static String rewritten(String sql, String charset, Charset java, SqlModes modes) {
        DdlChange change =
                new DdlChange(false, "d", sql.getBytes(java), charset, sql, Map.of(), List.of(), "x:1", 1, 0);
        return new String(ObjectRewrite.of(change, modes, 80033), java);
    }

    private static String rewritten(String sql) {
        return rewritten(sql, "utf8mb4", StandardCharsets.UTF_8, SqlModes.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CREATE ALGORITHM=MERGE DEFINER=`a`@`b` SQL SECURITY DEFINER VIEW `v` AS SELECT 'é' AS `DEFINER`"
                        + "|CREATE ALGORITHM=MERGE DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW `v` AS SELECT 'é' AS `DEFINER`",
                "CREATE OR REPLACE VIEW v AS SELECT 1|CREATE OR REPLACE SQL SECURITY INVOKER VIEW v AS SELECT 1",
                "CREATE SQL SECURITY INVOKER VIEW v AS SELECT 1|CREATE SQL SECURITY INVOKER VIEW v AS SELECT 1",
                "ALTER DEFINER='a'@'%' VIEW d.v (x) AS SELECT 1|ALTER DEFINER=CURRENT_USER SQL SECURITY INVOKER VIEW d.v (x) AS SELECT 1",
                "CREATE DEFINER=`a`@`b` PROCEDURE `p`()SELECT 1|CREATE DEFINER=CURRENT_USER PROCEDURE `p`()SQL SECURITY INVOKER SELECT 1",
                "CREATE DEFINER = a @ b PROCEDURE p(x DECIMAL(1,1)) COMMENT 'SQL SECURITY DEFINER' SQL SECURITY DEFINER comment: BEGIN END"
                        + "|CREATE DEFINER = CURRENT_USER PROCEDURE p(x DECIMAL(1,1)) COMMENT 'SQL SECURITY DEFINER' SQL SECURITY INVOKER comment: BEGIN END",
                "CREATE FUNCTION f(a INT) RETURNS char(10) CHARSET latin1 COLLATE latin1_bin DETERMINISTIC RETURN 'a'"
                        + "|CREATE FUNCTION f(a INT) RETURNS char(10) CHARSET latin1 COLLATE latin1_bin DETERMINISTIC SQL SECURITY INVOKER RETURN 'a'",
                "CREATE FUNCTION f() RETURNS ENUM('a','RETURN') RETURN 1|CREATE FUNCTION f() RETURNS ENUM('a','RETURN') SQL SECURITY INVOKER RETURN 1",
                "CREATE FUNCTION f() RETURNS double precision unsigned NO SQL LANGUAGE SQL begin return 1; end"
                        + "|CREATE FUNCTION f() RETURNS double precision unsigned NO SQL LANGUAGE SQL SQL SECURITY INVOKER begin return 1; end",
                "ALTER PROCEDURE p SQL SECURITY DEFINER COMMENT 'x'|ALTER PROCEDURE p SQL SECURITY INVOKER COMMENT 'x'",
                "ALTER FUNCTION p COMMENT 'x'|ALTER FUNCTION p COMMENT 'x'",
                "DROP PROCEDURE IF EXISTS p|DROP PROCEDURE IF EXISTS p",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1|CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE ON SLAVE DO SELECT 1",
                "CREATE EVENT e ON SCHEDULE AT NOW() ON COMPLETION PRESERVE ENABLE COMMENT 'DO' DO SELECT 'ENABLE'"
                        + "|CREATE EVENT e ON SCHEDULE AT NOW() ON COMPLETION PRESERVE DISABLE ON SLAVE COMMENT 'DO' DO SELECT 'ENABLE'",
                "CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY COMMENT 'x' DO SELECT 1|CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY DISABLE ON SLAVE COMMENT 'x' DO SELECT 1",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1|CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1",
                "ALTER EVENT e ENABLE|ALTER EVENT e DISABLE ON SLAVE",
                "ALTER EVENT `enable` RENAME TO d.enable COMMENT 'enable'|ALTER EVENT `enable` RENAME TO d.enable COMMENT 'enable'",
                "ALTER EVENT e RENAME TO disable ENABLE|ALTER EVENT e RENAME TO disable DISABLE ON SLAVE",
            })
    void theFourDifferences(String original, String expected) {
        assertThat(rewritten(original)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "SET NEW.a := 1||",
                "BEGIN DECLARE i INT; SET NEW.a = ';'; END||",
                "l: BEGIN LEAVE l; END l|; |",
                "SET NEW.a = 1 -- comment||",
                "BEGIN END /* comment ; */ # more||",
                "BEGIN END|; -- after the statement|",
            })
    void onlyTheBodyIsGuarded(String body, String behind) {
        String head = "CREATE DEFINER=`x`@`%` TRIGGER d.g BEFORE INSERT ON d.`for` FOR EACH ROW PRECEDES `h` ";
        String after = behind == null ? "" : behind;
        assertThat(rewritten(head + body + after))
                .isEqualTo(head.replace("`x`@`%`", "CURRENT_USER") + GUARD + body + "\n; END IF" + after);
    }

    /** In gbk the second byte of 誠 is a backslash, in shift-jis that of 表; both stand directly before a quote. */
    @ParameterizedTest
    @CsvSource({
        "gbk,GBK,誠",
        "gb18030,GB18030,誠",
        "big5,Big5,功",
        "sjis,Shift_JIS,表",
        "cp932,windows-31j,表",
        "latin1,ISO-8859-1,é",
        "utf8mb4,UTF-8,😀"
    })
    void bytesThatLookLikeQuotesAreNone(String charset, String java, String character) {
        String text =
                "CREATE DEFINER=`x`@`%%` TRIGGER `%1$s` AFTER DELETE ON t FOR EACH ROW %2$sSET @a = '%1$s' -- %1$s%3$s";
        String before = text.formatted(character, "", "");
        String after = "CREATE DEFINER=CURRENT_USER TRIGGER `" + character + "` AFTER DELETE ON t FOR EACH ROW " + GUARD
                + "SET @a = '" + character + "'" + " -- " + character + "\n; END IF";
        assertThat(rewritten(before, charset, Charset.forName(java), SqlModes.DEFAULT))
                .isEqualTo(after);
    }

    @Test
    void modesDecideWhatIsQuoted() {
        String sql = "CREATE DEFINER=\"a\"@\"b\" TRIGGER \"g\" AFTER INSERT ON \"t\" FOR EACH ROW SET @a = '\\' -- '";
        assertThat(rewritten(sql, "utf8mb4", StandardCharsets.UTF_8, new SqlModes(true, true)))
                .isEqualTo("CREATE DEFINER=CURRENT_USER TRIGGER \"g\" AFTER INSERT ON \"t\" FOR EACH ROW " + GUARD
                        + "SET @a = '\\' -- '\n; END IF");
    }
}
