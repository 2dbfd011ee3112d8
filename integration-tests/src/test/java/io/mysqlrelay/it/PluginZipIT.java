package io.mysqlrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the archives that users install. */
class PluginZipIT {
    private static final String VERSION = System.getProperty("project.version");

    @ParameterizedTest
    @ValueSource(strings = {"source-connector", "sink-mysql-connector", "sink-adb-connector"})
    void holdsExactlyTheJarsThatWereLookedAt(String module) throws IOException {
        try (ZipFile zip = open(module)) {
            List<String> jars = names(zip)
                    .filter(name -> name.contains("/lib/"))
                    .map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .filter(name -> !name.isEmpty())
                    .map(name -> name.replace(VERSION, "VERSION"))
                    .sorted()
                    .toList();
            assertThat(jars).isEqualTo(Files.readAllLines(Path.of("..", module, "runtime-deps.txt")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"source-connector", "sink-mysql-connector", "sink-adb-connector"})
    void bringsNothingThatTheWorkerHas(String module) throws IOException {
        try (ZipFile zip = open(module)) {
            for (ZipEntry jar :
                    zip.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
                try (JarInputStream in = new JarInputStream(zip.getInputStream(jar))) {
                    for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                        assertThat(entry.getName())
                                .as(jar.getName())
                                .doesNotStartWith("org/apache/kafka/")
                                .doesNotStartWith("org/slf4j/")
                                .doesNotStartWith("com/github/luben/");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"source-connector", "sink-mysql-connector", "sink-adb-connector"})
    void isLaidOutAsInstallersExpect(String module) throws IOException {
        String top = "mysqlrelay-" + module + "-" + VERSION + "/";
        try (ZipFile zip = open(module)) {
            assertThat(names(zip)).allMatch(name -> name.startsWith(top));
            assertThat(names(zip).map(name -> name.substring(top.length())))
                    .contains(
                            "manifest.json",
                            "doc/README.md",
                            "doc/LICENSE",
                            "doc/NOTICE",
                            "doc/version.txt",
                            "doc/licenses/mysql-connector-j/LICENSE")
                    .anyMatch(name -> name.matches("etc/.+\\.json"));
            assertThat(text(zip, top + "manifest.json"))
                    .contains("\"version\": \"" + VERSION + "\"")
                    .doesNotContain("${");
            assertThat(text(zip, top + "doc/version.txt")).isEqualToIgnoringNewLines(VERSION);
            assertThat(services(zip, top + "lib/" + module + "-" + VERSION + ".jar"))
                    .contains("io.mysqlrelay.");
        }
    }

    private static ZipFile open(String module) throws IOException {
        return new ZipFile(Path.of("..", module, "target", "mysqlrelay-" + module + "-" + VERSION + ".zip")
                .toFile());
    }

    private static Stream<String> names(ZipFile zip) {
        return zip.stream().map(ZipEntry::getName);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(bytes(zip, name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static String services(ZipFile zip, String jar) throws IOException {
        StringBuilder found = new StringBuilder();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bytes(zip, jar)))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().startsWith("META-INF/services/")) {
                    found.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return found.toString();
    }
}
