package io.mysqlrelay.core.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Nonsense in every form: no exception, no endless loop, and tokens that cover the text in order. */
class SqlFuzzTest {
    private static final String[] PIECES =
            (" ~\n~\t~`~``~'~''~\"~\\~;~.~,~(~)~=~-~--~-- ~#~/*~*/~/*!~/*!50100~/*!99999 ~/*+~/~*~@~@@~$~_~x~N~b~0x~1~12e~.5~"
                            + "\0~é~😀~\ud83d~_utf8~CREATE~ALTER~DROP~RENAME~TRUNCATE~TABLE~TEMPORARY~DATABASE~IF~NOT~EXISTS~TO~LIKE~SELECT~INDEX~ON~"
                            + "VIEW~DEFINER~TRIGGER~EVENT~FUNCTION~FOREIGN~KEY~REFERENCES~DELETE~UPDATE~SET~NULL~CASCADE~UNION~EXCHANGE~PARTITION~"
                            + "WITH~START~TRANSACTION~INSERT~INTO~FROM~LOAD~DATA~VALUES~ROW~ALGORITHM~OR~REPLACE~t~`t`~a.b~"
                            + "PROCEDURE~SQL SECURITY~COMMENT 'c'~RETURNS~DETERMINISTIC~READS SQL DATA~FOR EACH ROW~FOLLOWS~BEGIN~END~ENABLE~DISABLE~DO~CREATE DEFINER=a@b~@ ")
                    .split("~");

    @Test
    void randomTextNeverThrowsAndTokensStayInRange() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("SqlFuzzTest: -Dfuzz.seed=" + seed);
        Random random = new Random(seed);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 50_000; i++) {
                String sql = text(random);
                SqlModes modes = new SqlModes(random.nextBoolean(), random.nextBoolean());
                covers(sql, SqlLexer.tokens(sql, modes, 80033));
                Statement statement =
                        StatementClassifier.classify(sql, modes, random.nextBoolean() ? "d" : null, 80033);
                assertThat(statement.kind()).as(sql).isNotNull();
                assertThat(statement.startTransactionAt()).as(sql).isLessThan(sql.length());
                ObjectReader.read(sql, modes, "d", 80033).ifPresent(o -> inRange(sql, o));
            }
        });
    }

    @Test
    void longTextsTakeLinearTime() {
        for (String piece :
                List.of("(", ")", "`", "'", "/*", "/*!", "a.", "UNION (", "REFERENCES a ", "/*!99999 ", "((a),")) {
            String sql = "CREATE TABLE t " + piece.repeat(100_000);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> StatementClassifier.classify(sql, SqlModes.DEFAULT, "d", 80033),
                    () -> "repeated: " + piece);
        }
    }

    private static void inRange(String sql, ObjectStatement object) {
        Stream.concat(object.security().stream(), Stream.of(object.account(), object.status(), object.body()))
                .filter(Objects::nonNull)
                .forEach(span -> assertThat(List.of(0, span.start(), span.end(), sql.length()))
                        .as(sql)
                        .isSorted());
    }

    private static String text(Random random) {
        StringBuilder sql = new StringBuilder();
        for (int n = random.nextInt(40); n > 0; n--) {
            sql.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextBoolean() ? " " : "");
        }
        return sql.toString();
    }

    private static void covers(String sql, List<Token> tokens) {
        int at = 0;
        for (Token token : tokens) {
            assertThat(token.end()).as(sql).isGreaterThan(token.start()).isLessThanOrEqualTo(sql.length());
            assertThat(token.start()).as(sql).isGreaterThanOrEqualTo(at);
            assertThat(sql.substring(at, token.start())).as(sql).isBlank();
            at = token.end();
        }
        assertThat(sql.substring(at)).as(sql).isBlank();
    }
}
