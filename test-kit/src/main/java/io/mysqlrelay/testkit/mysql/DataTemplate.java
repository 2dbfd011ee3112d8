package io.mysqlrelay.testkit.mysql;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.testkit.process.Folders;
import io.mysqlrelay.testkit.process.GuardedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fresh data folders. Initializing one takes a server seconds, so it happens once per server program and per set of the
 * options that only count at that time; every new server gets a copy.
 */
final class DataTemplate {
    /** Options that are written into the data folder and cannot change later. */
    private static final List<String> INITIAL_OPTIONS =
            List.of("lower-case-table-names", "innodb-page-size", "innodb-data-file-path", "innodb-undo-tablespaces");

    private static final String ROOT_BY_ADDRESS = """
            CREATE USER 'root'@'127.0.0.1' IDENTIFIED BY '';
            GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
            """;

    private DataTemplate() {}

    /** Fills an empty folder with the data of a new server whose root needs no password on 127.0.0.1. */
    static void copyTo(Path data, MySqlDistribution server, Map<String, String> options) throws IOException {
        List<String> initial = new ArrayList<>();
        for (String name : INITIAL_OPTIONS) {
            if (options.containsKey(name)) {
                initial.add("--" + name + "=" + options.get(name));
            }
        }
        Path program = server.mysqld();
        String identity = program.toAbsolutePath() + " " + Files.size(program) + " "
                + Files.getLastModifiedTime(program) + " " + initial + ROOT_BY_ADDRESS;
        String name = "data-" + server.version() + "-" + Integer.toHexString(identity.hashCode());
        Folders.copy(CacheFolder.get(name, folder -> initialize(folder, server, initial)), data);
    }

    private static void initialize(Path folder, MySqlDistribution server, List<String> initial) throws IOException {
        Path sql = folder.resolveSibling(folder.getFileName() + ".sql");
        Path output = folder.resolveSibling(folder.getFileName() + ".log");
        Files.writeString(sql, ROOT_BY_ADDRESS);
        Files.deleteIfExists(output);
        List<String> command = new ArrayList<>(List.of(
                server.mysqld().toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--basedir=" + server.home(),
                "--datadir=" + folder,
                "--init-file=" + sql,
                "--innodb-use-native-aio=OFF"));
        command.addAll(ServerOptions.runAsCurrentUser());
        command.addAll(initial);
        GuardedProcess process = GuardedProcess.start(command, Map.of(), folder, output, null);
        if (!process.waitFor(Duration.ofMinutes(5))) {
            process.kill();
        }
        if (process.exitCode() != 0) {
            String words = Files.readString(output, StandardCharsets.ISO_8859_1);
            MissingLibrary.check(words);
            throw new RelayException(
                    ErrorCode.EMBEDDED_START_FAILED,
                    "MySQL " + server.version() + " could not make its data in " + folder + "; it says: " + words);
        }
        // The server's identity: copies that share it would take each other's transactions for their own.
        Files.deleteIfExists(folder.resolve("auto.cnf"));
        Files.deleteIfExists(sql);
        Files.deleteIfExists(output);
    }
}
