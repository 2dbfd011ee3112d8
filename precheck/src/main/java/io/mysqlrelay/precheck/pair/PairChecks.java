package io.mysqlrelay.precheck.pair;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import java.util.ArrayList;
import java.util.List;

/** The checks of two MySQL servers together. */
public final class PairChecks {
    private static final String URL = "connection.url";
    private static final String USER = "connection.user";

    private PairChecks() {}

    /** What {@link io.mysqlrelay.precheck.Pairing} is for a MySQL target. */
    public static List<Check> with(OpenSide source, OpenSide target) {
        List<Check> checks = new ArrayList<>(source.checks());
        checks.addAll(target.checks());
        checks.addAll(of(Pair.of(source, target, false)));
        return checks;
    }

    public static List<Check> of(Pair pair) {
        SameNames names = new SameNames(pair, new MySqlTables(pair));
        ServerDifferences servers = new ServerDifferences(pair);
        TargetRights rights = new TargetRights(pair);
        Definitions definitions = new Definitions(pair);
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.VERSION, URL, servers::version);
        add(checks, CheckKind.TARGET_PRIVILEGES, USER, rights::privileges);
        add(checks, CheckKind.TARGET_COLUMNS, Pair.EXISTING_TABLES, new ColumnMatch(pair)::generated);
        add(checks, CheckKind.TRIGGERS, Pair.EXISTING_TABLES, names::triggers);
        add(checks, CheckKind.SAME_NAME, Pair.EXISTING_TABLES, names::tables);
        add(checks, CheckKind.NAMES, URL, definitions::databaseNames);
        add(checks, CheckKind.COLUMNS, Pair.EXISTING_TABLES, new ColumnMatch(pair)::columns);
        add(checks, CheckKind.COLLATIONS, URL, definitions::collations);
        add(checks, CheckKind.NAME_CASE, URL, definitions::nameCase);
        add(checks, CheckKind.SQL_MODE, URL, servers::sqlMode);
        add(checks, CheckKind.TIME_ZONE, URL, servers::timeZone);
        add(checks, CheckKind.PACKETS, URL, servers::packets);
        add(checks, CheckKind.INDEX_LENGTH, URL, new IndexLength(pair)::look);
        add(checks, CheckKind.SPACE, URL, () -> SourceSize.look(pair.source()));
        add(checks, CheckKind.INDEXES, URL, definitions::parsers);
        add(checks, CheckKind.SESSION_VARIABLES, USER, rights::sessionVariables);
        add(checks, CheckKind.FUNCTION_CREATORS, USER, rights::functionCreators);
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, String setting, Check.Look look) {
        checks.add(new Check(kind, Side.BOTH, setting, look));
    }
}
