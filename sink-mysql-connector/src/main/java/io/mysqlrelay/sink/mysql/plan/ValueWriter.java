package io.mysqlrelay.sink.mysql.plan;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Puts one value that is not null into a statement. */
@FunctionalInterface
public interface ValueWriter {
    void write(PreparedStatement statement, int index, Object value) throws SQLException;
}
