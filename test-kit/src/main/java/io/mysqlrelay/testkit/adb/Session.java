package io.mysqlrelay.testkit.adb;

import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.BackingCatalog;
import io.mysqlrelay.testkit.adb.model.Catalog;
import io.mysqlrelay.testkit.adb.model.TableCache;
import io.mysqlrelay.testkit.adb.rules.Cluster;
import io.mysqlrelay.testkit.adb.rules.Plan;
import io.mysqlrelay.testkit.adb.rules.Statements;
import io.mysqlrelay.testkit.adb.wire.Answers;
import io.mysqlrelay.testkit.adb.wire.Backing;
import io.mysqlrelay.testkit.adb.wire.PacketStream;
import io.mysqlrelay.testkit.adb.wire.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client and its session of the backing server. {@link #serve(String)} is one thread's; any may close it. */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int QUIT = 1;
    private static final int INIT_DB = 2;
    private static final int QUERY = 3;
    private static final int PING = 14;
    private static final int PREPARE = 22;
    private static final int SET_OPTION = 27;
    private static final int MULTI_STATEMENTS_OFF = 1;
    private static final int DEADLOCK_TRIES = 20;

    private final PacketStream client;
    private final Backing backing;
    private final TableCache cache;
    private final AdbFaults faults;
    private final Consumer<String> listener;
    private final Statements statements;
    private String database = "";
    /** The client is gone, and a statement is still to run. */
    private volatile boolean detached;

    /** @param rules what they know of the cluster, given how to read its tables */
    Session(
            PacketStream client,
            Backing backing,
            TableCache cache,
            AdbFaults faults,
            Consumer<String> listener,
            Function<Catalog, Cluster> rules) {
        this.client = client;
        this.backing = backing;
        this.cache = cache;
        this.faults = faults;
        this.listener = listener;
        this.statements = new Statements(rules.apply(new BackingCatalog(backing, cache)));
    }

    /**
     * Serves until the client leaves.
     *
     * @param selected the database of the login, empty for none
     */
    void serve(String selected) throws IOException, InterruptedException {
        database = selected;
        while (true) {
            byte[] command = client.read(Statements.LIMIT + 1);
            if (command != null && command[0] == QUIT) {
                return;
            }
            try {
                if (command == null) {
                    throw AdbError.refused("the statement exceeds 16 MB");
                }
                if (!serve(command[0], new String(command, 1, command.length - 1, StandardCharsets.ISO_8859_1))) {
                    return;
                }
            } catch (AdbError error) {
                answer(Answers.error(error));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (RuntimeException e) {
                LOG.error("The stand-in failed at a statement", e);
                answer(Answers.error(AdbError.refused("the stand-in failed, see its log: " + e)));
            }
        }
    }

    /** @return false when the connection is to be cut */
    private boolean serve(int command, String argument) throws IOException, InterruptedException {
        switch (command) {
            case QUERY -> {
                return query(argument);
            }
            case PING -> answer(Answers.ok(0));
            case INIT_DB -> {
                backing.send(INIT_DB, Statements.visible(argument));
                relay(Relay.AS_COUNTED);
                database = argument;
            }
            case SET_OPTION -> {
                // What the driver does before a batch of DELETE or UPDATE that it sends as one query.
                if (argument.charAt(0) != MULTI_STATEMENTS_OFF) {
                    throw AdbError.unsupported("COM_SET_OPTION: multi-statement queries");
                }
                answer(Answers.eof());
            }
            case PREPARE -> throw AdbError.unsupported("COM_STMT_PREPARE: server-side prepared statements");
            default -> throw AdbError.unsupported("command " + command + " of the protocol");
        }
        return true;
    }

    private boolean query(String sql) throws IOException, InterruptedException {
        listener.accept(sql);
        Plan plan = faults.processes().seen(statements.plan(sql, database), backing.session());
        AdbFaults.Fault fault = faults.take(plan, sql);
        if (fault == AdbFaults.Fault.DISCONNECT_BEFORE) {
            return false;
        }
        if (fault == AdbFaults.Fault.RUNS_LATER || fault == AdbFaults.Fault.RUNS_LATER_UNSEEN) {
            later(plan, fault == AdbFaults.Fault.RUNS_LATER_UNSEEN);
            return false;
        }
        if (fault == AdbFaults.Fault.HALF) {
            half(plan);
        }
        if (plan.sql() == null) {
            answer(Answers.ok(0));
            return true;
        }
        boolean cut = fault == AdbFaults.Fault.DISCONNECT_AFTER;
        if (cut || plan.kind() == Plan.Kind.DDL) {
            silently(plan);
            if (!cut) {
                answer(Answers.ok(0));
            }
        } else {
            run(plan, false);
        }
        return !cut;
    }

    private void silently(Plan plan) throws IOException {
        try {
            run(plan, true);
        } finally {
            if (plan.kind() == Plan.Kind.DDL) {
                // Before a client is told: what it asks next, in any session, shows the change.
                cache.clear();
            }
        }
    }

    private void run(Plan plan, boolean silently) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (silently) {
                    backing.query(plan.sql());
                } else {
                    backing.sendQuery(plan.sql());
                    Relay.answer(backing, client, plan.affectedRows());
                }
                database = plan.database() == null ? database : plan.database();
                return;
            } catch (AdbError error) {
                if (!BackingErrors.isDeadlock(error) || attempt == DEADLOCK_TRIES) {
                    throw BackingErrors.translated(error);
                }
            }
        }
    }

    private void later(Plan plan, boolean unseen) throws IOException, InterruptedException {
        if (unseen) {
            faults.processes().hide(backing.session(), true);
        }
        detached = true;
        client.close();
        try {
            Thread.sleep(faults.late().toMillis());
            silently(plan);
        } catch (AdbError refused) {
            LOG.info("A statement that ran later was refused: {}", refused.getMessage());
        } finally {
            if (unseen) {
                faults.processes().hide(backing.session(), false);
            }
        }
    }

    private long count(String query) {
        try {
            return Long.parseLong(backing.query("SELECT COUNT(*) FROM (" + query + ") counted")
                    .get(0)
                    .get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void half(Plan plan) throws IOException {
        String half = plan.half().apply(this::count);
        if (half != null) {
            silently(plan.withSql(half));
        }
        throw AdbError.refused("the statement was stopped, rows before are written");
    }

    private void relay(long affectedRows) throws IOException {
        try {
            Relay.answer(backing, client, affectedRows);
        } catch (AdbError error) {
            throw BackingErrors.translated(error);
        }
    }

    private void answer(byte[] payload) throws IOException {
        client.write(payload);
        client.flush();
    }

    /** From any thread: the network between the client and the cluster is cut. What is to run later does. */
    void cut() throws IOException {
        if (detached) {
            client.close();
        } else {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            client.close();
        } finally {
            backing.close();
        }
    }
}
