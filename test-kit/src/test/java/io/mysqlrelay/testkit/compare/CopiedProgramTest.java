package io.mysqlrelay.testkit.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiedProgramTest {
    private static final CopiedProgram COPY = new CopiedProgram("relay", "%");

    private static boolean equal(String kind, String original, String found) {
        return COPY.expected(kind, original).equals(COPY.undone(kind, found, original));
    }

    private static String trigger(String definer, String body) {
        return "g\nSTRICT\nCREATE DEFINER=" + definer + " TRIGGER `g` BEFORE INSERT ON `t` FOR EACH ROW " + body
                + "\nutf8mb4";
    }

    private static String procedure(String definer, String header) {
        return "p\nCREATE DEFINER=" + definer + " PROCEDURE `p`()\n" + header + "SELECT 1";
    }

    @Test
    void aTriggerMustBeGuardedAndOtherwiseTheSame() {
        String original = trigger("`a`@`b`", "SET @x = '; END IF' -- DEFINER=`a`@`b`");
        String guarded = "IF @mysql_relay_writer IS NULL THEN SET @x = '; END IF' -- DEFINER=`a`@`b`\n; END IF";
        assertThat(equal("trigger", original, trigger("`relay`@`%`", guarded))).isTrue();
        assertThat(equal("trigger", original, trigger("`a`@`b`", guarded))).isFalse();
        assertThat(equal("trigger", original, trigger("`relay`@`%`", "SET @x = '; END IF' -- DEFINER=`a`@`b`")))
                .isFalse();
        assertThat(equal("trigger", original, trigger("`relay`@`%`", guarded.replace("@x", "@y"))))
                .isFalse();
    }

    @Test
    void aRoutineMustActAsItsCaller() {
        String invoker = "    SQL SECURITY INVOKER\n";
        String original = procedure("\"a\"@\"b\"", "    DETERMINISTIC\n");
        assertThat(equal("procedure", original, procedure("\"relay\"@\"%\"", "    DETERMINISTIC\n" + invoker)))
                .isTrue();
        assertThat(equal("procedure", original, procedure("\"relay\"@\"%\"", "    DETERMINISTIC\n")))
                .isFalse();
        assertThat(equal("procedure", original, procedure("\"relay\"@\"%\"", invoker)))
                .isFalse();
        String always = procedure("`a`@`b`", invoker);
        assertThat(equal("procedure", always, procedure("`relay`@`%`", invoker)))
                .isTrue();
        assertThat(equal("procedure", always, procedure("`relay`@`%`", ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLE, DISABLE ON SLAVE, true",
        "DISABLE, DISABLE, true",
        "DISABLE ON SLAVE, DISABLE ON SLAVE, true",
        "ENABLE, ENABLE, false",
        "ENABLE, DISABLE, false",
        "DISABLE, DISABLE ON SLAVE, false",
    })
    void anEventMustWait(String status, String found, boolean equal) {
        String event =
                "CREATE DEFINER=`relay`@`%%` EVENT `e` ON SCHEDULE EVERY 1 DAY ON COMPLETION NOT PRESERVE %s DO SELECT ' ENABLE'";
        assertThat(equal("event", event.formatted(status), event.formatted(found)))
                .isEqualTo(equal);
    }

    @Test
    void aViewMustActAsItsCaller() {
        String view =
                "CREATE ALGORITHM=MERGE DEFINER=`%s`@`%%` SQL SECURITY %s VIEW `v` AS select ' SQL SECURITY DEFINER VIEW '";
        assertThat(equal("view", view.formatted("a", "DEFINER"), view.formatted("relay", "INVOKER")))
                .isTrue();
        assertThat(equal("view", view.formatted("a", "INVOKER"), view.formatted("relay", "INVOKER")))
                .isTrue();
        assertThat(equal("view", view.formatted("a", "DEFINER"), view.formatted("relay", "DEFINER")))
                .isFalse();
    }
}
