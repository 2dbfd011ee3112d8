package io.mysqlrelay.sink.adb.state;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.adb.session.AdbSession;
import io.mysqlrelay.sink.adb.sql.SqlLiterals;
import io.mysqlrelay.sink.change.RowChange;
import io.mysqlrelay.sink.parked.RowChangeBytes;
import io.mysqlrelay.sink.target.ParkedChanges;
import io.mysqlrelay.sink.target.XaName;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of {@code xa_pending}: changes of XA transactions in pieces of bounded size, named by the offset behind which
 * they were read. A window that comes again after a crash begins at the same offset and takes its own pieces' place.
 */
public final class ParkedRows {
    private static final int PIECE_BYTES = 1 << 20;

    private final AdbSession session;
    private final String table;
    private final String prepared;
    private final String migration;
    private final RowChangeBytes codec = new RowChangeBytes();

    public ParkedRows(AdbSession session, StateTables tables, String migration) {
        this.session = session;
        this.table = tables.name("xa_pending");
        this.prepared = tables.name("xa_prepared");
        this.migration = migration;
    }

    /** @param from the checkpoint's offset: nothing behind it counts yet */
    public void park(XaName name, List<RowChange> changes, long from) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ? AND from_offset >= ?", migration, from);
        int first = 0;
        int piece = 0;
        long bytes = 0;
        for (int i = 0; i < changes.size(); i++) {
            bytes += changes.get(i).bytes();
            if (bytes > PIECE_BYTES && i > first) {
                piece = put(name, changes.subList(first, i), from, piece);
                first = i;
                bytes = changes.get(i).bytes();
            }
        }
        put(name, changes.subList(first, changes.size()), from, piece);
    }

    private int put(XaName name, List<RowChange> changes, long from, int piece) throws SQLException {
        byte[] bytes = RowChangeBytes.write(changes);
        int next = piece;
        for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
            int to = Math.min(bytes.length, at + PIECE_BYTES);
            // Not as a parameter: the driver writes _binary'...', which AnalyticDB's documents do not know.
            StringBuilder literal = new StringBuilder();
            SqlLiterals.bytes(literal, Arrays.copyOfRange(bytes, at, to));
            session.update(
                    "REPLACE INTO " + table
                            + " (migration, xid, from_offset, piece, txn, more, changes) VALUES (?, ?, ?, ?, ?, ?, "
                            + literal + ")",
                    migration,
                    name.xid(),
                    from,
                    next++,
                    name.transaction(),
                    to < bytes.length ? 1 : 0);
        }
        return next;
    }

    public void prepared(XaName name) throws SQLException {
        session.update(
                "REPLACE INTO " + prepared + " (migration, xid, txn) VALUES (?, ?, ?)",
                migration,
                name.xid(),
                name.transaction());
    }

    /** A piece and those that continue it. */
    public record Piece(String xid, long from, int first, int last) {}

    /**
     * @return the pieces to apply, in order
     * @throws RelayException if the transaction was prepared before the migration began
     */
    public List<Piece> pieces(ParkedChanges which) throws SQLException {
        String transaction = which.onePhase();
        if (transaction == null) {
            transaction = session.text(
                    "SELECT txn FROM " + prepared + " WHERE migration = ? AND xid = ?", migration, which.xid());
            if (transaction == null) {
                throw new RelayException(ErrorCode.XA_UNKNOWN, "XA transaction " + which.xid());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int first = -1;
        for (String[] row : session.rows(
                "SELECT from_offset, piece, more FROM " + table
                        + " WHERE migration = ? AND xid = ? AND txn = ? ORDER BY from_offset, piece",
                migration,
                which.xid(),
                transaction)) {
            int number = Integer.parseInt(row[1]);
            first = first < 0 ? number : first;
            if (row[2].equals("0")) {
                pieces.add(new Piece(which.xid(), Long.parseLong(row[0]), first, number));
                first = -1;
            }
        }
        return pieces;
    }

    public List<RowChange> read(Piece piece) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int number = piece.first(); number <= piece.last(); number++) {
            byte[] part = session.bytes(
                    "SELECT changes FROM " + table
                            + " WHERE migration = ? AND xid = ? AND from_offset = ? AND piece = ?",
                    migration,
                    piece.xid(),
                    piece.from(),
                    number);
            if (part == null) {
                throw new RelayException(ErrorCode.XA_UNKNOWN, "XA transaction " + piece.xid() + ", piece " + number);
            }
            bytes.writeBytes(part);
        }
        return codec.read(bytes.toByteArray());
    }

    public void drop(String xid) throws SQLException {
        session.update("DELETE FROM " + table + " WHERE migration = ? AND xid = ?", migration, xid);
        session.update("DELETE FROM " + prepared + " WHERE migration = ? AND xid = ?", migration, xid);
    }

    /** A statement was executed: shapes may mean other structures now. */
    public void forgetShapes() {
        codec.clear();
    }
}
