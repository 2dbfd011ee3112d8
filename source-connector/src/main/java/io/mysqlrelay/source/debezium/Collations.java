package io.mysqlrelay.source.debezium;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The source's collations by the id that binlog events name them with. Immutable. */
final class Collations {
    private final Map<Integer, Collation> byId;

    /** One collation and the character set it sorts. */
    record Collation(String name, String charset) {}

    Collations(Map<Integer, Collation> byId) {
        this.byId = Map.copyOf(byId);
    }

    static Collations read(Connection connection) throws SQLException {
        Map<Integer, Collation> byId = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT ID, COLLATION_NAME, CHARACTER_SET_NAME FROM information_schema.COLLATIONS"
                                + " WHERE ID IS NOT NULL")) {
            while (row.next()) {
                byId.put(row.getInt(1), new Collation(row.getString(2), row.getString(3)));
            }
        }
        return new Collations(byId);
    }

    String name(int id) {
        return of(id).name();
    }

    String charset(int id) {
        return of(id).charset();
    }

    /** @return id of a collation that sorts the character set */
    int anyOf(String charset) {
        return byId.entrySet().stream()
                .filter(c -> c.getValue().charset().equals(charset))
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElseThrow(() -> new RelayException(
                        ErrorCode.STATEMENT_NOT_UNDERSTOOD, "the source lists no collation of " + charset));
    }

    private Collation of(int id) {
        Collation collation = byId.get(id);
        if (collation == null) {
            throw new RelayException(ErrorCode.BINLOG_UNREADABLE, "the source does not list the collation " + id);
        }
        return collation;
    }
}
