package io.mysqlrelay.precheck.server;

import io.mysqlrelay.core.precheck.CouldNotTell;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sessions on one server, as many as checks run side by side. The first attempt decides: when it fails nobody tries
 * again, for a server may lock an account that comes with a wrong password often. Thread-safe.
 */
final class Sessions implements AutoCloseable {
    private final ServerFacts.Connector connector;
    private final Lazy<Connection> first;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();
    private boolean handedOut;

    Sessions(ServerFacts.Connector connector) {
        this.connector = connector;
        this.first = new Lazy<>(this::open);
    }

    /** @throws SQLException the one failure to connect */
    void connect() throws SQLException {
        first.get();
    }

    Connection take() throws SQLException {
        Connection session;
        try {
            session = first.get();
        } catch (SQLException e) {
            throw CouldNotTell.notTried("there is no connection");
        }
        synchronized (this) {
            if (!handedOut) {
                handedOut = true;
                return session;
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return open();
    }

    synchronized void giveBack(Connection session) {
        idle.push(session);
    }

    private Connection open() throws SQLException {
        Connection session = connector.open();
        synchronized (this) {
            all.add(session);
        }
        return session;
    }

    /** Also ends what is still running on a session. */
    @Override
    public synchronized void close() {
        for (Connection session : all) {
            try {
                session.abort(Runnable::run);
            } catch (SQLException gone) {
                // What was wanted.
            }
        }
        all.clear();
        idle.clear();
    }
}
