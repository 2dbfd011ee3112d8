package io.mysqlrelay.testkit.adb.rules;

import com.alibaba.druid.sql.ast.statement.SQLUseStatement;
import io.mysqlrelay.testkit.adb.model.AdbError;
import io.mysqlrelay.testkit.adb.model.MetadataViews;
import io.mysqlrelay.testkit.adb.sql.Grammar;
import io.mysqlrelay.testkit.adb.sql.Literal;
import io.mysqlrelay.testkit.adb.sql.Word;
import io.mysqlrelay.testkit.adb.sql.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides what is done with a statement. Stateless; what is not listed is refused. */
public final class Statements {
    /** "A statement's data stays under 16 MB; so does one row, and one field." */
    public static final int LIMIT = 16 * 1024 * 1024 - 1;

    private static final Set<String> HIDDEN = Set.of("MYSQL", "SYS", "PERFORMANCE_SCHEMA", "INFORMATION_SCHEMA");

    private final Cluster cluster;

    public Statements(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * @param sql a character per byte
     * @param database the session's, empty for none
     * @throws AdbError when AnalyticDB would refuse it
     */
    public Plan plan(String sql, String database) {
        Word first = new Words(sql).next();
        if (first == null) {
            throw new AdbError(1065, "42000", "Query was empty");
        }
        return switch (first.text().toUpperCase(Locale.ROOT)) {
            case "REPLACE", "INSERT" -> new Inserts(cluster, database).plan(sql);
            case "UPDATE" -> new Updates(cluster, database).update(sql);
            case "DELETE" -> new Updates(cluster, database).delete(sql);
            case "SELECT", "WITH", "(" -> Queries.plan(sql);
            case "SHOW", "DESC", "DESCRIBE", "EXPLAIN" -> new Shows(cluster, database).plan(sql);
            case "SET" -> Settings.plan(sql);
            case "USE" -> use(Grammar.one(sql, SQLUseStatement.class));
            case "CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME" -> new Definitions(cluster, database).plan(sql);
            case "KILL" -> kill(sql);
            case "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "LOCK", "UNLOCK" -> transaction(sql);
            default -> throw AdbError.unsupported("statement " + first.text());
        };
    }

    /** Refuses the databases that a cluster does not have. */
    public static String visible(String database) {
        String upper = database.toUpperCase(Locale.ROOT);
        if (HIDDEN.contains(upper) || upper.equals(MetadataViews.DATABASE_UPPER)) {
            throw AdbError.refused("database not exist => " + database);
        }
        return database;
    }

    private static Plan use(SQLUseStatement use) {
        String name = visible(Grammar.name(use.getDatabase()));
        return Plan.use("USE " + Literal.name(name), name);
    }

    /** "{@code KILL PROCESS process_id}: to get this value, run SHOW PROCESSLIST and note the ProcessId field." */
    private static Plan kill(String sql) {
        Grammar.one(sql);
        List<Word> words = Words.of(sql);
        boolean known =
                words.size() == 3 && words.get(1).is("PROCESS") && words.get(2).kind() == Word.Kind.NUMBER;
        if (!known) {
            throw AdbError.unsupported("this form of KILL");
        }
        return Plan.kill(MetadataViews.session(words.get(2).text()));
    }

    /** "Transactional and locking statements are listed as unsupported": they are taken and change nothing. */
    private static Plan transaction(String sql) {
        Grammar.one(sql);
        return Plan.ignored();
    }
}
