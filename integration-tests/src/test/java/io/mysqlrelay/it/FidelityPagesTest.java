package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.testkit.cases.CaseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages about types and statements promise has a test, and what has a case folder is on one of the pages. */
class FidelityPagesTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CASES = Path.of("cases");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST_CLASS = Pattern.compile("(\\w+(?:IT|Test))\\.java");

    @ParameterizedTest
    @ValueSource(strings = {"types.md", "ddl.md"})
    void eachLineNamesTestsThatExist(String page) throws IOException {
        Set<String> known = new TreeSet<>(caseNames());
        known.addAll(testClasses());
        for (String line : lines(page)) {
            assertThat(tests(line)).as("tests in the line %s", line).isNotEmpty();
            assertThat(known).as("tests in the line %s", line).containsAll(tests(line));
        }
    }

    @Test
    void eachCaseFolderIsOnAPage() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String page : new String[] {"types.md", "ddl.md"}) {
            for (String name : words(Files.readString(ROOT.resolve("docs").resolve(page)))) {
                named.add(name);
            }
        }
        assertThat(named).containsAll(caseNames());
    }

    @Test
    void eachCaseFolderHasABeforeAndADuring() {
        assertThat(CaseFolder.all(CASES))
                .hasSizeGreaterThanOrEqualTo(120)
                .allSatisfy(
                        one -> assertThat(one.folder().resolve("changes.sql")).exists());
    }

    /** The rows of all tables whose last column is headed test. */
    private static Set<String> lines(String page) throws IOException {
        Set<String> lines = new TreeSet<>();
        boolean inside = false;
        for (String line : Files.readAllLines(ROOT.resolve("docs").resolve(page))) {
            if (line.endsWith("| test |")) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && !line.startsWith("|---")) {
                lines.add(line);
            }
        }
        assertThat(lines).as("lines of tables in " + page).hasSizeGreaterThan(20);
        return lines;
    }

    private static Set<String> tests(String line) {
        String[] cells = line.split("\\|");
        return words(cells[cells.length - 1]);
    }

    private static Set<String> words(String text) {
        return NAME.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> caseNames() {
        return CaseFolder.all(CASES).stream().map(CaseFolder::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testClasses() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    files.map(file -> TEST_CLASS.matcher(file.getFileName().toString()))
                            .filter(Matcher::matches)
                            .forEach(match -> names.add(match.group(1)));
                }
            }
        }
        return names;
    }
}
