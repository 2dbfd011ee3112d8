package io.mysqlrelay.source.transforms;

import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.Statement;
import io.mysqlrelay.core.ddl.StatementClassifier;
import io.mysqlrelay.core.ddl.StatementKind;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.AlterClauses;
import io.mysqlrelay.core.ddl.table.KeyDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a statement shows of itself.
 *
 * @param kinds names of its kind and of what its clauses do, of {@link #NAMES}
 * @param keyless it makes a table without a key, or takes the primary key from one
 * @param comments it is an ALTER TABLE that sets a comment
 */
record StatementTraits(Statement statement, Set<String> kinds, boolean keyless, boolean comments) {
    private static final String DROP_COLUMN = "drop_column";
    private static final String CHANGE_COLUMN = "change_column";
    private static final String RENAME_COLUMN = "rename_column";
    private static final String CHANGE_PRIMARY_KEY = "change_primary_key";
    private static final String PARTITION_ROWS = "partition_rows";

    /** Kinds that no source's stream has as statements are left out. */
    static final List<String> NAMES = Stream.concat(
                    Arrays.stream(StatementKind.values())
                            .filter(k -> k != StatementKind.TRANSACTION_CONTROL && k != StatementKind.DML)
                            .map(StatementTraits::name),
                    Stream.of(DROP_COLUMN, CHANGE_COLUMN, RENAME_COLUMN, CHANGE_PRIMARY_KEY, PARTITION_ROWS))
            .toList();

    /** Comments for newer servers are read as statements: what one of them would do counts too. */
    private static final int NEWEST = 99_999;

    private static String name(StatementKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** @param database default database; null or empty when there was none */
    static StatementTraits of(String sql, SqlModes modes, String database) {
        Statement statement = StatementClassifier.classify(sql, modes, database, NEWEST);
        Set<String> kinds = new TreeSet<>();
        kinds.add(name(statement.kind()));
        if (statement.kind() == StatementKind.CREATE_TABLE) {
            boolean keyless = TableReader.read(sql, modes, NEWEST)
                    .map(table -> table.identity().isEmpty())
                    .orElse(false);
            return new StatementTraits(statement, kinds, keyless, false);
        }
        if (statement.kind() != StatementKind.ALTER_TABLE) {
            return new StatementTraits(statement, kinds, false, false);
        }
        List<AlterClause> clauses = AlterClauses.read(sql, modes, NEWEST);
        clauses.stream().flatMap(clause -> kinds(clause).stream()).forEach(kinds::add);
        boolean dropsKey = clauses.stream().anyMatch(AlterClause.DropPrimaryKey.class::isInstance);
        boolean addsKey = clauses.stream().anyMatch(StatementTraits::addsPrimaryKey);
        return new StatementTraits(
                statement, kinds, dropsKey && !addsKey, clauses.stream().anyMatch(StatementTraits::setsComment));
    }

    private static boolean addsPrimaryKey(AlterClause clause) {
        return clause instanceof AlterClause.AddKey add && add.key().kind() == KeyDefinition.Kind.PRIMARY;
    }

    private static boolean setsComment(AlterClause clause) {
        if (clause instanceof AlterClause.AddColumn add) {
            return !add.column().comment().isEmpty();
        }
        if (clause instanceof AlterClause.ModifyColumn modify) {
            return !modify.column().comment().isEmpty();
        }
        if (clause instanceof AlterClause.ChangeColumn change) {
            return !change.column().comment().isEmpty();
        }
        return clause instanceof AlterClause.Comment;
    }

    private static List<String> kinds(AlterClause clause) {
        List<String> kinds = new ArrayList<>();
        if (clause instanceof AlterClause.DropColumn) {
            kinds.add(DROP_COLUMN);
        } else if (clause instanceof AlterClause.ModifyColumn) {
            kinds.add(CHANGE_COLUMN);
        } else if (clause instanceof AlterClause.ChangeColumn change) {
            kinds.add(CHANGE_COLUMN);
            if (!change.from().equalsIgnoreCase(change.column().name())) {
                kinds.add(RENAME_COLUMN);
            }
        } else if (clause instanceof AlterClause.RenameColumn) {
            kinds.add(RENAME_COLUMN);
        } else if (clause instanceof AlterClause.DropPrimaryKey || addsPrimaryKey(clause)) {
            kinds.add(CHANGE_PRIMARY_KEY);
        } else if (clause instanceof AlterClause.PartitionRows) {
            kinds.add(PARTITION_ROWS);
        } else if (clause instanceof AlterClause.RenameTable) {
            kinds.add(name(StatementKind.RENAME_TABLE));
        }
        return kinds;
    }
}
