package io.mysqlrelay.sink.mysql.ddl;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlLexer;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.TokenKind;
import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.core.error.RelayException;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.jdbc.SqlErrors;
import io.mysqlrelay.sink.mysql.session.ByteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session a statement had on the source, made again on the target's connection and undone afterwards. */
final class SourceSession {
    private static final Logger LOG = LoggerFactory.getLogger(SourceSession.class);

    private static final int UNKNOWN_DATABASE = 1049;
    private static final String FOREIGN_KEY_CHECKS = "foreign_key_checks";

    /** A source's table is created as it is: without an invisible key that the source's table does not have. */
    private static final List<String> FORCED_OFF =
            List.of("sql_generate_invisible_primary_key", "sql_require_primary_key");

    private final ByteSession session;
    private final String neutralDatabase;
    private final Map<String, String> standard;
    private final List<String> changed = new ArrayList<>();
    /** Variables that were warned about. */
    private final Set<String> kept = new HashSet<>();

    /** @param neutralDatabase default database of statements that had none: MySQL cannot go back to none */
    SourceSession(ByteSession session, String neutralDatabase) throws SQLException {
        this.session = session;
        this.neutralDatabase = neutralDatabase;
        for (String name : FORCED_OFF) {
            Map<String, String> found = session.query("SHOW SESSION VARIABLES LIKE '" + name + "'");
            if (found.containsValue("ON")) {
                tryRun("SET SESSION " + name + " = 0", name);
            }
        }
        this.standard = new HashMap<>(session.query("SHOW SESSION VARIABLES WHERE Variable_name IN ("
                + SessionVariables.SETTABLE.stream().map(n -> "'" + n + "'").collect(Collectors.joining(","))
                + ")"));
        // Its value is the present time; DEFAULT lets it run again.
        standard.put("timestamp", "DEFAULT");
    }

    /** @param variables the statement's, possibly with some overruled */
    void enter(DdlChange change, Map<String, String> variables) throws SQLException {
        SessionVariables.check(variables);
        use(change);
        Map<String, String> wanted = SessionVariables.inSourcesZone(variables);
        if (wanted != variables && event(change)) {
            // It is defined in the zone of the session: that one stays what the source calls it.
            wanted = variables;
        }
        for (String name : SessionVariables.SETTABLE) {
            String value = wanted.get(name);
            if (value == null) {
                continue;
            }
            var set = SessionVariables.set(name, value, standard.get(name));
            if (set.isPresent()) {
                set(name, set.get(), change);
            }
        }
    }

    private static boolean event(DdlChange change) {
        SqlModes modes = SqlModes.parse(change.session().get("sql_mode"));
        return StatementClassifier.classify(change.text(), modes, change.database(), Integer.MAX_VALUE)
                        .kind()
                == StatementKind.EVENT;
    }

    /** For a statement of the relay's own; until {@link #leave}. */
    void withoutForeignKeyChecks() throws SQLException {
        session.run("SET SESSION " + FOREIGN_KEY_CHECKS + " = 0");
        changed.add(FOREIGN_KEY_CHECKS);
    }

    void leave() throws SQLException {
        // Names of databases are UTF-8 again only after character_set_client is.
        for (int i = changed.size() - 1; i >= 0; i--) {
            String name = changed.get(i);
            session.run("SET SESSION " + name + " = " + SessionVariables.literal(name, standard.get(name)));
        }
        changed.clear();
    }

    private void use(DdlChange change) throws SQLException {
        if (change.database() == null || change.database().isEmpty()) {
            session.run("USE " + TableName.quote(neutralDatabase));
            return;
        }
        try {
            session.run("USE " + TableName.quote(change.database()));
        } catch (SQLException e) {
            boolean named = change.tables().stream().anyMatch(t -> t.database().equals(change.database()));
            if (e.getErrorCode() != UNKNOWN_DATABASE || named) {
                throw e;
            }
            // The source's session stood in a database that is not migrated and named the others in full.
            session.run("USE " + TableName.quote(neutralDatabase));
        }
    }

    private void set(String name, String sql, DdlChange change) throws SQLException {
        boolean ifAllowed = SessionVariables.IF_ALLOWED.contains(name);
        if (ifAllowed && !standard.containsKey(name)) {
            return;
        }
        try {
            session.run(sql);
            changed.add(name);
        } catch (SQLException e) {
            if (SqlErrors.kind(e).isTransient()) {
                throw e;
            }
            if (!ifAllowed || SessionVariables.matters(name, words(change))) {
                throw new RelayException(ErrorCode.SESSION_VARIABLE, sql + ": " + e.getMessage(), e);
            }
            keepsItsOwn(name, e);
        }
    }

    private static Set<String> words(DdlChange change) {
        // Comments for newer servers count too: too many words only make a statement stop that need not.
        return SqlLexer.tokens(change.text(), SqlModes.parse(change.session().get("sql_mode")), Integer.MAX_VALUE)
                .stream()
                .filter(t -> t.kind() == TokenKind.WORD)
                .map(t -> t.text().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean tryRun(String sql, String name) throws SQLException {
        try {
            session.run(sql);
            return true;
        } catch (SQLException e) {
            if (SqlErrors.kind(e).isTransient()) {
                throw e;
            }
            keepsItsOwn(name, e);
            return false;
        }
    }

    private void keepsItsOwn(String name, SQLException e) {
        if (kept.add(name)) {
            LOG.warn("The target's session keeps its own {}: {}", name, e.getMessage());
        }
    }
}
