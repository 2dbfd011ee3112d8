package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.mysql.session.DmlSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * The structure of the objects that a statement names, as one hash. Statements of MySQL 8 happen completely or not at
 * all, so an equal hash after a crash means: not executed, or executed without any effect that a second time would add
 * to. The time of creation tells two tables apart that swapped their names and look alike.
 */
final class Fingerprint {
    private static final Set<Integer> ABSENT = Set.of(1049, 1146);

    private Fingerprint() {}

    /** @return SHA-256 in hex */
    static String of(DmlSession session, Collection<TableName> tables, Collection<String> databases)
            throws SQLException {
        MessageDigest digest = sha256();
        Set<String> names = new TreeSet<>(databases);
        tables.forEach(t -> names.add(t.database()));
        for (String database : names) {
            add(digest, show(session, "SHOW CREATE DATABASE " + TableName.quote(database)));
        }
        for (TableName table : new TreeSet<>(tables)) {
            add(digest, show(session, "SHOW CREATE TABLE " + table.quoted()));
            add(
                    digest,
                    session.text(
                            "SELECT create_time FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                            table.database(),
                            table.table()));
        }
        session.commit();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String show(DmlSession session, String sql) throws SQLException {
        try {
            return session.rows(sql).get(0)[1];
        } catch (SQLException e) {
            if (ABSENT.contains(e.getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    private static void add(MessageDigest digest, String part) {
        digest.update((part == null ? "absent" : "=" + part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
