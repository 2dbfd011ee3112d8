package io.mysqlrelay.sink.adb.check;

import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.Finding;
import io.mysqlrelay.core.precheck.Severity;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.core.precheck.State;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.Pairing;
import io.mysqlrelay.precheck.pair.Pair;
import io.mysqlrelay.precheck.pair.SameNames;
import io.mysqlrelay.precheck.pair.SourceSize;
import io.mysqlrelay.precheck.pair.TargetRights;
import io.mysqlrelay.sink.adb.AdbSettings;
import io.mysqlrelay.sink.adb.config.AdbConfig;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.config.ConnectionConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source and AnalyticDB. Checks of the source about what MySQL targets do are replaced by their own. */
record AdbPairing(AdbSettings settings) implements Pairing {
    private static final Set<CheckKind> SAID_HERE = EnumSet.of(
            CheckKind.KEYLESS, CheckKind.INVISIBLE, CheckKind.ACTIONS, CheckKind.TRIGGERS, CheckKind.DEPENDENCIES);

    static final String GENERATED = "full.generated.columns";

    @Override
    public List<Check> checks(OpenSide source, OpenSide target) {
        List<Check> checks = new ArrayList<>();
        for (Check check : source.checks()) {
            if (check.kind() == CheckKind.PARENTS) {
                checks.add(new Check(check.kind(), check.side(), check.setting(), () -> withoutAlerts(check)));
            } else if (!SAID_HERE.contains(check.kind())) {
                checks.add(check);
            }
        }
        checks.addAll(target.checks());
        checks.addAll(together(Pair.of(source, target, true)));
        return checks;
    }

    /** A foreign key that only refuses is dropped, so its parent does not matter. */
    private static List<Finding> withoutAlerts(Check check) throws Exception {
        return check.look().look().stream()
                .filter(f -> f.state() != State.FAILED || f.severity() != Severity.ALERT)
                .toList();
    }

    private List<Check> together(Pair pair) {
        Assessed assessed = new Assessed(pair.source(), settings.ddl());
        AdbTables existing = new AdbTables(pair);
        SameNames names = new SameNames(pair, existing);
        NameChecks allowed = new NameChecks(pair, assessed);
        KeyChecks keys = new KeyChecks(pair, assessed, settings.ddl());
        TypeChecks types = new TypeChecks(pair, assessed);
        LeftBehind left = new LeftBehind(pair, assessed, settings.ddl());
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.NAMES, ConnectionConfig.URL, allowed::names);
        add(checks, CheckKind.NAME_CASE, ConnectionConfig.URL, allowed::nameCase);
        add(checks, CheckKind.ADB_KEYS, TableRules.TABLES, keys::look);
        add(checks, CheckKind.ADB_KEYLESS, AdbConfig.KEYLESS_MODE, keys::keyless);
        add(checks, CheckKind.ADB_TYPES, TableRules.TABLES, types::look);
        add(checks, CheckKind.PACKETS, ConnectionConfig.URL, types::large);
        add(checks, CheckKind.INVISIBLE, ConnectionConfig.URL, left::invisible);
        add(checks, CheckKind.INDEXES, TableRules.TABLES, left::dropped);
        add(checks, CheckKind.ACTIONS, AdbConfig.REFERENTIAL_ACTIONS, left::actions);
        add(checks, CheckKind.DEPENDENCIES, ConnectionConfig.URL, left::objects);
        checks.add(new Check(CheckKind.SETTINGS, Side.SOURCE, GENERATED, left::generated));
        add(checks, CheckKind.SAME_NAME, Pair.EXISTING_TABLES, names::tables);
        add(
                checks,
                CheckKind.COLUMNS,
                Pair.EXISTING_TABLES,
                new ExistingMatch(pair, names, existing, assessed, settings.ddl())::look);
        add(
                checks,
                CheckKind.TARGET_PRIVILEGES,
                ConnectionConfig.USER,
                () -> AdbTables.grantsOf(pair)
                        ? TargetRights.privileges(pair, TargetChecks.ON_DATA, Map.of())
                        : List.of(Finding.skipped("AnalyticDB does not show what the account may do")));
        add(checks, CheckKind.SPACE, ConnectionConfig.URL, () -> SourceSize.look(pair.source()));
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, String setting, Check.Look look) {
        checks.add(new Check(kind, Side.BOTH, setting, look));
    }
}
