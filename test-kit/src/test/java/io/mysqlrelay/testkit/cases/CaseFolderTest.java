package io.mysqlrelay.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
    @TempDir
    Path root;

    @Test
    void foldersWithASourceScriptAreCasesInOrderOfTheirNames() throws Exception {
        write("key-updates", "{}");
        write("bits", "{}");
        Files.createDirectory(root.resolve("no-case"));
        List<CaseFolder> cases = CaseFolder.all(root);
        assertThat(cases).extracting(CaseFolder::name).containsExactly("bits", "key-updates");
        assertThat(cases.get(1).database()).isEqualTo("key_updates");
        assertThat(cases.get(1).owns("key_updates_two")).isTrue();
        assertThat(cases.get(1).owns("key_updatestwo")).isFalse();
    }

    @Test
    void versionsAreComparedByTheirNumbers() throws Exception {
        CaseFolder needs = write("checks", "{\"minVersion\": \"8.0.16\"}");
        assertThat(needs.skippedOn("8.0.9")).contains("needs MySQL 8.0.16 or newer");
        assertThat(needs.skippedOn("8.0.16")).isEmpty();
        assertThat(needs.skippedOn("8.0.33")).isEmpty();
        assertThat(needs.skippedOn("9.7.0")).isEmpty();
        assertThat(write("never", "{\"skipReason\": \"why\"}").skippedOn("9.7.0"))
                .contains("why");
    }

    @Test
    void whatAnalyticDbCannotHaveIsNamedWithItsReason() throws Exception {
        assertThat(write("whole", "{}").analyticDb()).isEqualTo(new AnalyticDbLimits("", Map.of(), Map.of(), Map.of()));
        assertThat(write("none", "{\"analyticDb\": {\"skipReason\": \"names\"}}")
                        .analyticDb())
                .isEqualTo(new AnalyticDbLimits("names", Map.of(), Map.of(), Map.of()));
        assertThat(write("part", "{\"analyticDb\": {\"leftOut\": {\"by_time\": \"its key is a TIME\"}}}")
                        .analyticDb())
                .isEqualTo(new AnalyticDbLimits("", Map.of("by_time", "its key is a TIME"), Map.of(), Map.of()));
        assertThat(write("other", "{\"analyticDb\": {\"differs\": {\"a.t: the key is [b]\": \"it was added\"}}}")
                        .analyticDb())
                .isEqualTo(new AnalyticDbLimits("", Map.of(), Map.of(), Map.of("a.t: the key is [b]", "it was added")));
    }

    @Test
    void statementsOfWhichAPartIsNamedAreLeftOut() throws Exception {
        CaseFolder part = write("times", "{\"analyticDb\": {\"leftOut\": {\"by_t.me\": \"its key is a TIME\"}}}");
        assertThat(part.leftOut().test("INSERT INTO by_time VALUES (1)")).isFalse();
        assertThat(part.forAnalyticDb().leftOut().test("INSERT INTO by_time VALUES (1)"))
                .isTrue();
        assertThat(part.forAnalyticDb().leftOut().test("INSERT INTO t VALUES (1)"))
                .isFalse();
    }

    private CaseFolder write(String name, String config) throws Exception {
        Path folder = Files.createDirectory(root.resolve(name));
        Files.writeString(folder.resolve("source.sql"), "SELECT 1;");
        Files.writeString(folder.resolve("config.json"), config);
        return CaseFolder.of(folder);
    }
}
