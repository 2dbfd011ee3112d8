package io.mysqlrelay.core.precheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/prechecks.md equal to the catalogue. Writes it when -Ddocs.update is given. */
class PrecheckPageTest {
    private static final Path PAGE = Path.of("..", "docs", "prechecks.md");

    private static final String HEAD = """
            # Prechecks

            What is looked at before a migration starts. The list is generated from the class `CheckKind`.

            | where | which checks | what follows |
            |---|---|---|
            | `relay precheck FILE`; FILE is a migration file, or one or two connectors' JSON | all, of both sides and of both together | a table, or with `--json` data; exit code 0 ready, 1 errors, 3 alerts that are not ignored, 2 a mistake in the call or file |
            | `relay run FILE` | the same | a migration does not begin with errors, nor with alerts that are not ignored; one that has begun is resumed, and they are printed |
            | Connect's `validate`, so every creation and change of a connector | those of one side that take seconds | errors are refused, each on its setting; alerts too with `precheck.alerts=refuse` |
            | start of a connector | all of one side | the report in the log; the sink's also in `mysql_relay.precheck`; errors keep a migration from beginning, never from going on; an outage neither |

            Results are `passed`, `failed` with a severity, `skipped` with a reason, and `could not tell` with the privilege or step that would
            help. An **error** cannot be ignored. An **alert** is ignored by `precheck.ignore=P16` for all objects or `precheck.ignore=P16:db.table`
            for one; both connectors have the setting, and what is ignored is still logged and shown. A **note** asks for nothing. Checks only
            read, and nothing is ever written to the source; AnalyticDB is also tried with a row in a table that is dropped again (`precheck.probe`).

            How long it takes, on two cores that the servers share, the command's own start included: servers with 24 things wrong are told in 2.1 s,
            10,000 tables take 8.8 s (`mvn verify -Dit.test=PrecheckCommandIT#manyTables -Drelay.tables=10000` prints it, for MySQL and for AnalyticDB).
            A connection that is not answered is given up after 5 s, a server that takes it and says nothing after 10 s, Kafka after 5 s; Connect's limit is 90 s.

            The column *worst* is the most that a failure can be.

            | id | check | worst | what is looked at | why | fix |
            |---|---|---|---|---|---|
            """;

    @Test
    void pageListsEveryCheck() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (CheckKind kind : CheckKind.values()) {
            page.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            kind.id(),
                            cell(kind.label()),
                            kind.worst().text(),
                            cell(kind.what()),
                            cell(kind.why()),
                            cell(kind.fix())));
        }
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("stale: mvn -pl core test -Dtest=PrecheckPageTest -Ddocs.update writes it anew")
                .hasContent(page.toString());
    }

    @Test
    void idsAreUniqueAndInOrder() {
        String last = "";
        for (CheckKind kind : CheckKind.values()) {
            assertThat(kind.id()).matches("P\\d\\d").isGreaterThan(last);
            assertThat(kind.what() + kind.why() + kind.fix()).isNotBlank();
            last = kind.id();
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*.*", "\\*.\\*").replace("<", "&lt;");
    }
}
