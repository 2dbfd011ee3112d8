package io.mysqlrelay.sink.mysql.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import io.mysqlrelay.sink.parked.RowChangeBytes;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.XaName;
import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of {@code xa_pending}: changes of XA transactions in pieces of bounded size; changes that are larger go on in
 * the piece that follows. Piece 0 is none: it says that the transaction was prepared. Every call is part of the
 * caller's transaction.
 */
public final class ParkedRows {
    /** Escaping at most doubles a value, so a piece fits into the smallest packet that a server has by default. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int PREPARED = 0;

    private final DmlSession session;
    private final String table;
    private final String migration;
    private final int pieceBytes;
    private final RowChangeBytes codec = new RowChangeBytes();

    public ParkedRows(DmlSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("xa_pending");
        this.migration = migration;
        // As text a byte takes two; the other half is room for the names.
        this.pieceBytes = (int) Math.min(MOST_BYTES, session.maxPacket() / 4);
    }

    public void park(XaName name, List<RowChange> changes) throws SQLException {
        int from = 0;
        long bytes = 0;
        for (int i = 0; i < changes.size(); i++) {
            bytes += changes.get(i).bytes();
            if (bytes > pieceBytes && i > from) {
                put(name, changes.subList(from, i));
                from = i;
                bytes = changes.get(i).bytes();
            }
        }
        put(name, changes.subList(from, changes.size()));
    }

    private void put(XaName name, List<RowChange> changes) throws SQLException {
        long last = session.number(
                "SELECT coalesce(max(piece), 0) FROM " + table + " WHERE migration = ? AND xid = ?",
                migration,
                name.xid());
        byte[] bytes = RowChangeBytes.write(changes);
        for (int from = 0; from < bytes.length; from += pieceBytes) {
            int to = Math.min(bytes.length, from + pieceBytes);
            insert(name, ++last, to < bytes.length, Arrays.copyOfRange(bytes, from, to));
        }
    }

    public void prepared(XaName name) throws SQLException {
        insert(name, PREPARED, false, new byte[0]);
    }

    private void insert(XaName name, long piece, boolean more, byte[] changes) throws SQLException {
        // Not as an update: an earlier transaction of the same name, cut off by a lost server, may have left its
        // pieces.
        session.update(
                "REPLACE INTO " + table + " (migration, xid, piece, txn, more, changes) VALUES (?, ?, ?, ?, ?, ?)",
                migration,
                name.xid(),
                piece,
                name.transaction(),
                more,
                changes);
    }

    /**
     * @return the pieces to apply, in order, without those that continue one
     * @throws RelayException if the transaction was prepared before the migration began
     */
    public List<Long> pieces(ParkedChanges which) throws SQLException {
        String transaction = which.onePhase();
        if (transaction == null) {
            transaction = session.text(
                    "SELECT txn FROM " + table + " WHERE migration = ? AND xid = ? AND piece = ?",
                    migration,
                    which.xid(),
                    PREPARED);
            if (transaction == null) {
                throw new RelayException(ErrorCode.XA_UNKNOWN, "XA transaction " + which.xid());
            }
        }
        List<Long> pieces = new ArrayList<>();
        boolean continued = false;
        for (String[] row : session.rows(
                "SELECT piece, more FROM " + table
                        + " WHERE migration = ? AND xid = ? AND piece > ? AND txn = ? ORDER BY piece",
                migration,
                which.xid(),
                PREPARED,
                transaction)) {
            if (!continued) {
                pieces.add(Long.valueOf(row[0]));
            }
            continued = row[1].equals("1");
        }
        return pieces;
    }

    public List<RowChange> read(String xid, long piece) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PreparedStatement statement = session.connection()
                .prepareStatement(
                        "SELECT changes, more FROM " + table + " WHERE migration = ? AND xid = ? AND piece = ?")) {
            statement.setString(1, migration);
            statement.setString(2, xid);
            boolean more = true;
            for (long number = piece; more; number++) {
                statement.setLong(3, number);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new RelayException(ErrorCode.XA_UNKNOWN, "XA transaction " + xid + ", piece " + number);
                    }
                    bytes.writeBytes(row.getBytes(1));
                    more = row.getBoolean(2);
                }
            }
        }
        return codec.read(bytes.toByteArray());
    }

    public void drop(String xid) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ? AND xid = ?", migration, xid);
    }

    /** A statement was executed: shapes may mean other structures now. */
    public void forgetShapes() {
        codec.clear();
    }
}
