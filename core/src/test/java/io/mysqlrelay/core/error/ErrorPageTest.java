package io.mysqlrelay.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeps docs/errors.md equal to the codes. Writes it when -Ddocs.update is given. */
class ErrorPageTest {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");
    private static final Map<Character, String> AREAS =
            Map.of('1', "Configuration", '2', "Source", '3', "Stream", '4', "Target", '5', "Machine");

    @Test
    void pageListsEveryCode() throws IOException {
        String page = page();
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("stale: mvn -pl core test -Dtest=ErrorPageTest -Ddocs.update writes it anew")
                .hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every message that asks for somebody's attention begins with a code and ends with the remedy in brackets. This page is
                generated from the class `ErrorCode`.
                """);
        char area = 0;
        for (ErrorCode code : Arrays.stream(ErrorCode.values())
                .sorted(Comparator.comparing(ErrorCode::id))
                .toList()) {
            if (code.id().charAt("RELAY-".length()) != area) {
                area = code.id().charAt("RELAY-".length());
                page.append("\n## ")
                        .append(AREAS.get(area))
                        .append("\n\n| code | what has happened | what to do |\n|---|---|---|\n");
            }
            page.append(row(code));
        }
        return page.toString();
    }

    private static String row(ErrorCode code) {
        return "| %s | %s | %s |\n".formatted(code.id(), cell(code.meaning()), cell(code.remedy()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*.*", "\\*.\\*").replace("<", "&lt;");
    }
}
