package io.mysqlrelay.cli.host;

import io.mysqlrelay.cli.UserError;
import io.mysqlrelay.testkit.connect.ConnectRest;
import io.mysqlrelay.testkit.connect.ConnectWorker;
import io.mysqlrelay.testkit.kafka.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kafka and a Connect worker in this process, with their data in one folder. A second host on the same folder is refused;
 * a later one finds everything as it was.
 */
public final class RelayHost implements AutoCloseable {
    private final FileChannel lockFile;
    private final KafkaBroker broker;
    private final ConnectWorker worker;
    private final Path brokerFile;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RelayHost(FileChannel lockFile, KafkaBroker broker, ConnectWorker worker, Path brokerFile) {
        this.lockFile = lockFile;
        this.broker = broker;
        this.worker = worker;
        this.brokerFile = brokerFile;
    }

    /** Unzips the connectors' archives into the folder, starts the broker and then the worker. */
    public static RelayHost start(Path folder) {
        Path data = folder.toAbsolutePath();
        FileChannel lock = lock(data);
        KafkaBroker broker = null;
        try {
            broker = KafkaBroker.start(data.resolve("kafka"));
            Path brokerFile = data.resolve("broker.properties");
            Files.writeString(brokerFile, "bootstrap=" + broker.bootstrapServers() + "\n");
            ConnectWorker worker =
                    ConnectWorker.start(broker.bootstrapServers(), List.of(Plugins.unzip(data.resolve("plugins"))));
            return new RelayHost(lock, broker, worker, brokerFile);
        } catch (IOException e) {
            release(broker, lock);
            throw new UncheckedIOException("cannot write into the data folder " + data, e);
        } catch (RuntimeException e) {
            release(broker, lock);
            throw e;
        }
    }

    /**
     * @return the broker's address in a form that connector configurations can keep: the port changes with every start,
     *     and Connect starts stored connectors before anybody could correct it
     */
    public String brokerReference() {
        return "${file:" + brokerFile + ":bootstrap}";
    }

    public ConnectRest rest() {
        return worker.rest();
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("relay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                // This process holds it: answered below like a lock of another process.
            }
            if (lock == null) {
                channel.close();
                throw new UserError(
                        "the data folder " + folder
                                + " is in use by another relay. Stop that one, or give this migration a data.folder of its own.");
            }
            return channel;
        } catch (IOException e) {
            throw new UserError("the data folder " + folder + " cannot be used: " + e, e);
        }
    }

    private static void release(KafkaBroker broker, FileChannel lock) {
        try (lock) {
            if (broker != null) {
                broker.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the data folder back", e);
        }
    }

    /** Stops the worker first, so that its last offsets are stored, then the broker. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            worker.close();
        } finally {
            release(broker, lockFile);
        }
    }
}
