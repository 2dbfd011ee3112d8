package io.mysqlrelay.cli;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the embedded parts log to, so that the command's own output stays readable. */
final class LogFile {
    /** Debezium's binlog client logs by java.util.logging, to the terminal; kept in a field, or its level is forgotten. */
    private static final Logger BINLOG_CLIENT = Logger.getLogger("com.github.shyiko.mysql.binlog");

    private LogFile() {}

    /** Must be called before anything logs: the logging library reads the place once, when it starts. */
    static Path at(Path file) {
        Path absolute = file.toAbsolutePath();
        System.setProperty("relay.log.file", absolute.toString());
        System.setProperty(
                "log4j2.configurationFile",
                System.getProperty("log4j2.configurationFile", "classpath:relay-log4j2.xml"));
        BINLOG_CLIENT.setLevel(Level.WARNING);
        return absolute;
    }
}
