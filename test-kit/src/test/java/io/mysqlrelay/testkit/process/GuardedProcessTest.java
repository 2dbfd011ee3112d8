package io.mysqlrelay.testkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {
    @TempDir
    Path folder;

    @Test
    void theChildsExitCodeAndOutputArrive() throws Exception {
        GuardedProcess process = start("echo $WORD; exit 3");
        assertThat(process.waitFor(Duration.ofSeconds(10))).isTrue();
        assertThat(process.exitCode()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo("hello\n");
    }

    @Test
    void aPausedChildCanBeKilled() {
        GuardedProcess process = start("exec sleep 100");
        process.pause();
        assertThat(process.isAlive()).isTrue();
        process.kill();
        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitCode()).isEqualTo(128 + 9);
        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void theChildAndItsScratchFolderDoNotOutliveAKilledJvm() throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        scratch.toString())
                .redirectErrorStream(true)
                .start();
        long child = Long.parseLong(jvm.inputReader().readLine());
        assertThat(ProcessHandle.of(child)).isPresent();

        jvm.destroyForcibly().waitFor();

        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
        for (int i = 0; i < 100 && Files.exists(scratch); i++) {
            Thread.sleep(50);
        }
        assertThat(scratch).doesNotExist();
    }

    private GuardedProcess start(String script) {
        return GuardedProcess.start(
                List.of("/bin/sh", "-c", script), Map.of("WORD", "hello"), folder, folder.resolve("out"), null);
    }

    /** A JVM that starts a child and waits to be killed. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            Path scratch = Path.of(args[0]);
            GuardedProcess child = GuardedProcess.start(
                    List.of("sleep", "100"), Map.of(), scratch, scratch.resolveSibling("parent-out"), scratch);
            System.out.println(child.pid());
            Thread.sleep(100_000);
        }
    }
}
