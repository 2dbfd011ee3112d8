package io.mysqlrelay.sink.mysql.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** SQL text that grows together with its parameters. */
public final class SqlText {
    private final StringBuilder sql = new StringBuilder();
    private final List<ValueWriter> writers = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private int statements;
    private int rows;
    private int expectedWarnings;
    private boolean convertsText;

    public SqlText append(String text) {
        sql.append(text);
        return this;
    }

    /** Adds the text of one column's expression and its value. */
    void column(ColumnPlan column, String text, Object value) {
        sql.append(text);
        parameter(column.writer(), value);
    }

    void parameter(ValueWriter writer, Object value) {
        writers.add(writer);
        values.add(value);
    }

    /** A statement begins that inserts, replaces, updates or deletes so many rows. */
    void rowStatement(int count) {
        statements++;
        rows += count;
    }

    /** @return statements with rows; others, that set variables, do not count */
    public int statements() {
        return statements;
    }

    /** @return rows of all statements; a row that is deleted and replaced counts twice */
    public int rows() {
        return rows;
    }

    /** The statement stores a value that gives a warning although it is stored as it is. */
    void expectWarning() {
        expectedWarnings++;
    }

    public int expectedWarnings() {
        return expectedWarnings;
    }

    /** The statement stores text in another character set than the one it comes in. */
    void convertText() {
        convertsText = true;
    }

    /** False when all text is stored byte for byte: a warning about bytes is then about what they are compared with. */
    public boolean convertsText() {
        return convertsText;
    }

    public boolean isEmpty() {
        return sql.length() == 0;
    }

    /** Separates the statements of one round trip. */
    public void next() {
        sql.append(';');
    }

    public int length() {
        return sql.length();
    }

    /** @return the text with its question marks, for tests and plans; values are not in it */
    public String text() {
        return sql.toString();
    }

    public PreparedStatement bind(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                writers.get(i).write(statement, i + 1, value);
            }
        }
        return statement;
    }
}
