package io.mysqlrelay.testkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A child process below a small shell that holds a pipe to this JVM. When the JVM ends, however it ends (SIGKILL too), the
 * pipe closes, and the shell kills the child and deletes its scratch folder. The shell also reaps the child, so a killed
 * server never stays a zombie that still seems to hold its lock files.
 */
public final class GuardedProcess {
    // $0 output file, $1 folder to delete when orphaned (may be empty), then the command.
    // INT and HUP are ignored, also by the child: Ctrl-C in a terminal reaches the whole process group, and the JVM
    // must be able to stop its servers in order.
    private static final String GUARD = """
            trap '' INT HUP
            exec 3<&0
            output=$0 scratch=$1 orphaned=
            shift
            "$@" </dev/null >>"$output" 2>&1 3<&- &
            child=$!
            trap 'orphaned=1; kill -KILL $child' USR1
            (while read -r _ <&3; do :; done; kill -USR1 $$) >/dev/null 2>&1 &
            watch=$!
            echo $child
            wait $child
            code=$?
            while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
            kill $watch 2>/dev/null
            if [ -n "$orphaned" ] && [ -n "$scratch" ]; then rm -rf "$scratch"; fi
            exit $code
            """;
    // A Process that nobody refers to loses its pipe to the garbage collector, and the guard would kill the child.
    private static final Set<GuardedProcess> RUNNING = ConcurrentHashMap.newKeySet();

    private final Process guard;
    private final ProcessHandle child;
    private final long pid;

    private GuardedProcess(Process guard, long pid) {
        this.guard = guard;
        this.pid = pid;
        this.child = ProcessHandle.of(pid).orElse(null);
        RUNNING.removeIf(other -> !other.isAlive());
        RUNNING.add(this);
    }

    /**
     * Starts a command whose input is empty and whose output goes to a file.
     *
     * @param environment added to this JVM's
     * @param folder working folder
     * @param output appended to
     * @param scratch deleted when the JVM ends while the child still runs; null for nothing
     */
    public static GuardedProcess start(
            List<String> command, Map<String, String> environment, Path folder, Path output, Path scratch) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, output.toString()));
        line.add(scratch == null ? "" : scratch.toString());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            Process guard = builder.start();
            BufferedReader reader = guard.inputReader(StandardCharsets.US_ASCII);
            String pid = reader.readLine();
            if (pid == null) {
                throw new IOException("the guard of " + command.get(0) + " ended at once");
            }
            return new GuardedProcess(guard, Long.parseLong(pid.trim()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    public long pid() {
        return pid;
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    /** SIGTERM: the child ends in its own way, or by SIGKILL when it has not after the given time. */
    public void stop(Duration limit) {
        if (child != null) {
            child.destroy();
        }
        if (!waitFor(limit)) {
            kill();
        }
    }

    /** SIGKILL, and waits until the child is gone. Also ends a paused child. */
    public void kill() {
        if (child != null) {
            child.destroyForcibly();
        }
        if (!waitFor(Duration.ofSeconds(30))) {
            throw new IllegalStateException("process " + pid + " still runs 30 s after SIGKILL");
        }
    }

    /** SIGSTOP, and waits until it has taken effect: the child keeps its connections and locks and does nothing. */
    public void pause() {
        signal("STOP");
        // A busy machine takes some time to stop a process, which would still answer meanwhile.
        while (isAlive() && !isStopped()) {
            waitFor(Duration.ofMillis(10));
        }
    }

    private boolean isStopped() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String state = Files.exists(stat) ? Files.readString(stat) : ") T";
            return state.charAt(state.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at process " + pid, e);
        }
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    /** SIGQUIT: a Java process writes what each of its threads does to its output, and goes on. */
    public void dumpThreads() {
        signal("QUIT");
    }

    /** Waits for the end; false when it still runs after the given time. */
    public boolean waitFor(Duration limit) {
        try {
            return guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + pid, e);
        }
    }

    /** The child's exit code; 128 plus the signal's number when a signal ended it. */
    public int exitCode() {
        return guard.exitValue();
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("process " + pid + " took no SIG" + name + "; has it ended?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send SIG" + name + " to process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + name, e);
        }
    }
}
