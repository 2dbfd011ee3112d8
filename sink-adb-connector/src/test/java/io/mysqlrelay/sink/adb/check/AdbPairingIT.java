package io.mysqlrelay.sink.adb.check;

import static io.mysqlrelay.testkit.check.PairCase.alert;
import static io.mysqlrelay.testkit.check.PairCase.error;
import static io.mysqlrelay.testkit.check.PairCase.note;
import static io.mysqlrelay.testkit.check.PairCase.passed;
import static io.mysqlrelay.testkit.check.PairCase.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.core.ddl.table.TableDefinition;
import io.mysqlrelay.core.ddl.table.TableReader;
import io.mysqlrelay.core.precheck.Check;
import io.mysqlrelay.core.precheck.CheckKind;
import io.mysqlrelay.core.precheck.CheckRun;
import io.mysqlrelay.core.precheck.Ignored;
import io.mysqlrelay.core.precheck.Report;
import io.mysqlrelay.core.precheck.Side;
import io.mysqlrelay.precheck.OpenSide;
import io.mysqlrelay.precheck.server.Scope;
import io.mysqlrelay.precheck.server.ServerFacts;
import io.mysqlrelay.sink.adb.Cluster;
import io.mysqlrelay.testkit.check.PairCase;
import io.mysqlrelay.testkit.mysql.MySqlDistribution;
import io.mysqlrelay.testkit.mysql.MySqlServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check of a source and AnalyticDB together, from sources of two versions. */
class AdbPairingIT {
    private static final Scope OURS = new Scope() {
        @Override
        public boolean database(String name) {
            return name.toLowerCase(java.util.Locale.ROOT).startsWith("pc");
        }

        @Override
        public boolean table(TableName name) {
            return database(name.database());
        }
    };

    /** Settings of one table, which are about pc.t. */
    private static final String CHOICE = "adb.tables.t.";

    private static final String TYPES = "migration.types";

    private static final String TABLE = "CREATE TABLE pc.t (id INT PRIMARY KEY, v INT)";

    private static final Map<String, MySqlServer> SOURCES = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        for (MySqlDistribution version : MySqlDistribution.tested()) {
            MySqlServer server = MySqlServer.builder().distribution(version).start();
            server.execute("CREATE USER poor@'%' IDENTIFIED BY 'p'");
            SOURCES.put(version.version(), server);
        }
        System.out.println("sources: MySQL " + SOURCES.keySet());
    }

    @AfterAll
    static void stop() {
        SOURCES.values().forEach(MySqlServer::close);
    }

    static Stream<Arguments> casesOnSources() {
        return SOURCES.keySet().stream()
                .flatMap(version -> cases().stream()
                        .filter(c -> c.fits(!version.equals(MySqlDistribution.BUNDLED_VERSION), false))
                        .map(c -> Arguments.of(version, c)));
    }

    private static List<PairCase> cases() {
        List<PairCase> cases = new ArrayList<>();
        names(cases);
        keys(cases);
        types(cases);
        left(cases);
        existing(cases);
        cases.add(unknown(CheckKind.SPACE, "sees no table").poor());
        return cases;
    }

    private static void names(List<PairCase> cases) {
        cases.add(passed(CheckKind.NAMES).source("CREATE TABLE pc.`select` (`from` INT PRIMARY KEY)"));
        cases.add(error(CheckKind.NAMES, "pc.2024_x: table name 2024_x must begin")
                .source("CREATE TABLE pc.`2024_x` (id INT PRIMARY KEY)"));
        cases.add(error(CheckKind.NAMES, "column name a b must begin")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, `a b` INT)"));
        cases.add(error(CheckKind.NAMES, "column name relay_row_id is taken")
                .source("CREATE TABLE pc.t (relay_row_id INT PRIMARY KEY)"));
        cases.add(error(CheckKind.NAMES, "database name PC__x").source("CREATE DATABASE PC__x"));
        cases.add(unknown(CheckKind.NAMES, "sees no table").poor());
        cases.add(error(CheckKind.NAME_CASE, "differ in letter case alone")
                .source(TABLE, "CREATE TABLE pc.T (id INT PRIMARY KEY)"));
        cases.add(passed(CheckKind.NAME_CASE).source(TABLE));
        cases.add(unknown(CheckKind.NAME_CASE, "sees no table").poor());
    }

    private static void keys(List<PairCase> cases) {
        cases.add(passed(CheckKind.ADB_KEYS).source(TABLE, "CREATE TABLE pc.u (a VARCHAR(20) NOT NULL UNIQUE)"));
        cases.add(error(CheckKind.ADB_KEYS, "column id of the key is a FLOAT")
                .source("CREATE TABLE pc.t (id FLOAT PRIMARY KEY)"));
        cases.add(error(CheckKind.ADB_KEYS, "more than 3 digits of a second")
                .source("CREATE TABLE pc.t (at DATETIME(6) PRIMARY KEY)"));
        cases.add(passed(CheckKind.ADB_KEYS)
                .source("CREATE TABLE pc.t (at DATETIME(6), id INT, PRIMARY KEY (id, at))")
                .with(CHOICE + "column.types", "at:VARCHAR"));
        cases.add(error(CheckKind.ADB_KEYS, "distribution.key names v, which is not in the primary key")
                .source(TABLE)
                .with(CHOICE + "distribution.key", "v"));
        cases.add(error(CheckKind.ADB_KEYS, "partition.key names the column gone")
                .source(TABLE)
                .with(CHOICE + "partition.key", "gone"));
        cases.add(error(CheckKind.ADB_KEYS, "partition.rule month does not go with column v, which is BIGINT")
                .source(TABLE.replace("v INT", "v INT NOT NULL"))
                .with(CHOICE + "partition.key", "v")
                .with(CHOICE + "partition.rule", "month"));
        cases.add(note(CheckKind.ADB_KEYS, "partition column at is added to the primary key")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, at DATETIME(6) NOT NULL)")
                .with(CHOICE + "partition.key", "at")
                .with(CHOICE + "partition.rule", "day"));
        cases.add(alert(CheckKind.ADB_KEYS, "that the migration does not have")
                .source("CREATE TABLE pc.other (id INT PRIMARY KEY)")
                .with(CHOICE + "type", "broadcast"));
        cases.add(alert(CheckKind.ADB_KEYS, "are not unique on the source")
                .source(TABLE)
                .with(CHOICE + "primary.key", "v"));
        cases.add(alert(CheckKind.ADB_KEYS, "take NULL on the source")
                .source(TABLE)
                .with(CHOICE + "primary.key", "id,v"));
        cases.add(alert(CheckKind.ADB_KEYS, "take NULL on the source")
                .source(TABLE)
                .with(CHOICE + "partition.key", "v"));
        cases.add(alert(CheckKind.ADB_KEYS, "distributed by dates alone")
                .source("CREATE TABLE pc.t (at DATE, id INT, PRIMARY KEY (id, at))")
                .with(CHOICE + "distribution.key", "at"));
        cases.add(alert(CheckKind.ADB_KEYS, "more than 20000 rows")
                .source(
                        TABLE,
                        "INSERT INTO pc.t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
                                + " 900) SELECT (a.i - 1) * 900 + b.i, 1 FROM n a, n b WHERE a.i <= 40",
                        "ANALYZE TABLE pc.t")
                .with(CHOICE + "type", "broadcast"));
        cases.add(unknown(CheckKind.ADB_KEYS, "sees no table").poor());
        cases.add(alert(CheckKind.ADB_KEYLESS, "pc.t").source("CREATE TABLE pc.t (v INT UNIQUE)"));
        cases.add(error(CheckKind.ADB_KEYLESS, "RELAY-4063")
                .source("CREATE TABLE pc.t (v INT)")
                .with("adb.keyless.mode", "refuse"));
        cases.add(passed(CheckKind.ADB_KEYLESS)
                .source("CREATE TABLE pc.t (v INT)")
                .with(CHOICE + "primary.key", "v"));
        cases.add(unknown(CheckKind.ADB_KEYLESS, "sees no table").poor());
    }

    private static void types(List<PairCase> cases) {
        cases.add(passed(CheckKind.ADB_TYPES)
                .source("CREATE TABLE pc.t (id BIGINT PRIMARY KEY, v VARCHAR(9), e ENUM('a'), d DECIMAL(38,2),"
                        + " j JSON)"));
        cases.add(error(CheckKind.ADB_TYPES, "column d has 39 digits")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, d DECIMAL(39,2))"));
        cases.add(error(CheckKind.ADB_TYPES, "cannot become BIGINT")
                .source(TABLE.replace("v INT", "v VARCHAR(9)"))
                .with(CHOICE + "column.types", "v:BIGINT"));
        cases.add(passed(CheckKind.ADB_TYPES)
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v CHAR(9) CHARACTER SET dec8)"));
        cases.add(alert(CheckKind.ADB_TYPES, "digits behind milliseconds")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, at TIMESTAMP(6))"));
        cases.add(
                alert(CheckKind.ADB_TYPES, "negative times").source("CREATE TABLE pc.t (id INT PRIMARY KEY, v TIME)"));
        cases.add(passed(CheckKind.ADB_TYPES)
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v TIME(6))")
                .with("adb.time.type", "varchar"));
        cases.add(note(CheckKind.ADB_TYPES, "takes none of them now")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v DATE)"));
        cases.add(alert(CheckKind.ADB_TYPES, "takes such dates")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v DATE)", "SET GLOBAL sql_mode = ''")
                .then("SET GLOBAL sql_mode = DEFAULT"));
        cases.add(note(CheckKind.ADB_TYPES, "the number as decimal text")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v BIT(3) DEFAULT b'101')"));
        cases.add(note(CheckKind.ADB_TYPES, "its default is dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v VARCHAR(36) DEFAULT (UUID()))")
                .newerSource());
        cases.add(note(CheckKind.ADB_TYPES, "is generated on the source")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v VARCHAR(9) AS (CONCAT('x\\'', id)))"));
        cases.add(unknown(CheckKind.ADB_TYPES, "sees no table").poor());
        cases.add(note(CheckKind.PACKETS, "pc.t.v").source("CREATE TABLE pc.t (id INT PRIMARY KEY, v LONGTEXT)"));
        cases.add(passed(CheckKind.PACKETS).source(TABLE));
        cases.add(unknown(CheckKind.PACKETS, "sees no table").poor());
    }

    private static void left(List<PairCase> cases) {
        cases.add(note(CheckKind.INDEXES, "index key p with a prefix or expression is dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v TEXT, KEY p (v(10)))"));
        cases.add(note(CheckKind.INDEXES, "fulltext key f is dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v TEXT, FULLTEXT f (v) WITH PARSER ngram)"));
        cases.add(note(CheckKind.INDEXES, "spatial key s is dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v POINT NOT NULL SRID 4326, SPATIAL s (v))"));
        cases.add(note(CheckKind.INDEXES, "unique key u is dropped: uniqueness is not enforced")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v INT, UNIQUE u (v))"));
        cases.add(note(CheckKind.INDEXES, "pc.c: 1 foreign keys are dropped")
                .source(TABLE, "CREATE TABLE pc.c (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES pc.t (id))"));
        cases.add(note(CheckKind.INDEXES, "1 CHECK constraints are dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, CHECK (id > 0))")
                .newerSource());
        cases.add(note(CheckKind.INDEXES, "the source's partitions are dropped")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2"));
        cases.add(passed(CheckKind.INDEXES).source(TABLE));
        cases.add(unknown(CheckKind.INDEXES, "sees no table").poor());
        cases.add(error(CheckKind.ACTIONS, "RELAY-4068").source(TABLE, acting()));
        cases.add(alert(CheckKind.ACTIONS, "stay as they are in AnalyticDB")
                .source(TABLE, acting())
                .with("adb.referential.actions", "ignore"));
        cases.add(passed(CheckKind.ACTIONS).source(TABLE));
        cases.add(unknown(CheckKind.ACTIONS, "sees no table").poor());
        cases.add(note(CheckKind.INVISIBLE, "pc.t.v")
                .source("CREATE TABLE pc.t (id INT PRIMARY KEY, v INT INVISIBLE)")
                .newerSource());
        cases.add(passed(CheckKind.INVISIBLE).source(TABLE));
        cases.add(note(CheckKind.DEPENDENCIES, "pc.p routine, pc.v view")
                .source("CREATE VIEW pc.v AS SELECT 1", "CREATE PROCEDURE pc.p() SELECT 1"));
        cases.add(passed(CheckKind.DEPENDENCIES).source(TABLE));
        cases.add(passed(CheckKind.DEPENDENCIES)
                .source("CREATE VIEW pc.v AS SELECT 1")
                .with("ddl.views.enabled", "true"));
        cases.add(note(CheckKind.DEPENDENCIES, "pc.a view")
                .source("CREATE VIEW pc.`a view` AS SELECT 1")
                .with("ddl.views.enabled", "true"));
        cases.add(note(CheckKind.DEPENDENCIES, "pc.v")
                .source(
                        "CREATE FUNCTION pc.F() RETURNS INT DETERMINISTIC RETURN 1",
                        "CREATE VIEW pc.v AS SELECT pc.f() AS x")
                .with("ddl.views.enabled", "true"));
        String generated = "CREATE TABLE pc.t (id INT PRIMARY KEY, v INT AS (id + 1))";
        cases.add(error(CheckKind.SETTINGS, "set full.generated.columns=true").source(generated));
        cases.add(passed(CheckKind.SETTINGS).source(generated).with(AdbPairing.GENERATED, "true"));
    }

    private static String acting() {
        return "CREATE TABLE pc.c (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES pc.t (id) ON DELETE CASCADE)";
    }

    private static void existing(List<PairCase> cases) {
        String[] there = {"CREATE DATABASE pc", "CREATE TABLE pc.t (id BIGINT NOT NULL, v INT, PRIMARY KEY (id))"};
        String[] filled = {there[0], there[1], "REPLACE INTO pc.t (id, v) VALUES (1, 1)"};
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4010").source(TABLE).target(there));
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4010")
                .source("CREATE TABLE pc.T (id INT PRIMARY KEY)")
                .target(there));
        cases.add(passed(CheckKind.SAME_NAME).source(TABLE));
        cases.add(unknown(CheckKind.SAME_NAME, "sees no table").poor());
        cases.add(alert(CheckKind.SAME_NAME, "RELAY-4010")
                .source(TABLE)
                .target(there)
                .proceed());
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4013")
                .source(TABLE)
                .target(
                        "CREATE DATABASE pc",
                        "CREATE TABLE pc.t (id BIGINT, v INT)",
                        "INSERT INTO pc.t (id, v) VALUES (1, 1)")
                .proceed());
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4011").source(TABLE).withoutSchema());
        cases.add(error(CheckKind.SAME_NAME, "RELAY-4012")
                .source(TABLE)
                .target(filled)
                .withoutSchema());
        cases.add(passed(CheckKind.SAME_NAME).source(TABLE).target(there).withoutSchema());
        cases.add(matching(passed(CheckKind.COLUMNS), "id BIGINT NOT NULL, v BIGINT, PRIMARY KEY (id)"));
        cases.add(matching(passed(CheckKind.COLUMNS), "id INT NOT NULL, v VARCHAR, PRIMARY KEY (id)"));
        cases.add(matching(error(CheckKind.COLUMNS, "RELAY-4030"), "id BIGINT NOT NULL, PRIMARY KEY (id)"));
        cases.add(matching(
                error(CheckKind.COLUMNS, "pc.t.v: SMALLINT in AnalyticDB, wanted INT"),
                "id BIGINT NOT NULL, v SMALLINT, PRIMARY KEY (id)"));
        cases.add(matching(
                error(CheckKind.COLUMNS, "takes NULL on the source"),
                "id BIGINT NOT NULL, v INT NOT NULL, PRIMARY KEY (id)"));
        cases.add(matching(
                error(CheckKind.COLUMNS, "take different rows of the source for one (pc.t (v))"),
                "id BIGINT NOT NULL, v BIGINT, PRIMARY KEY (v)"));
        cases.add(matching(error(CheckKind.COLUMNS, "RELAY-4063"), "id BIGINT NOT NULL, v INT"));
        cases.add(matching(
                error(CheckKind.COLUMNS, "RELAY-4031"), "id BIGINT NOT NULL, v INT, more INT, PRIMARY KEY (id)"));
    }

    private static PairCase matching(PairCase of, String columns) {
        return of.source(TABLE)
                .target("CREATE DATABASE pc", "CREATE TABLE pc.t (" + columns + ")")
                .withoutSchema();
    }

    @ParameterizedTest(name = "from {0}: {1}")
    @MethodSource("casesOnSources")
    void itIsFound(String version, PairCase what) throws Exception {
        MySqlServer source = SOURCES.get(version);
        source.execute("CREATE DATABASE pc");
        try {
            source.execute(what.onSource());
            Cluster.sql(what.onTarget());
            Report report = run(source, what);
            assertThat(what.isIn(report)).as(() -> PairCase.texts(report)).isTrue();
        } finally {
            source.execute("DROP DATABASE pc", "DROP DATABASE IF EXISTS PC__x");
            source.execute(what.afterwards());
            if (what.onTarget().length > 0) {
                Cluster.sql("DROP TABLE IF EXISTS pc.t", "DROP DATABASE pc");
            }
        }
    }

    /** What is judged is what the sink will read in the statement. */
    @Test
    void factsTellTheSameAsTheStatement() throws Exception {
        for (MySqlServer source : SOURCES.values()) {
            source.execute("CREATE DATABASE pc");
            try (ServerFacts facts = new ServerFacts(source::connection, OURS)) {
                source.execute("""
                CREATE TABLE pc.t (id INT UNSIGNED NOT NULL AUTO_INCREMENT, a TINYINT(1) DEFAULT '1',
                  b DECIMAL(12,4) UNSIGNED DEFAULT '1.5', c VARCHAR(20) CHARACTER SET latin1 NOT NULL DEFAULT 'it''s',
                  d ENUM('x','y''z') DEFAULT 'x', e SET('p','q'), f BIT(5) DEFAULT b'11', g TIMESTAMP(6) NULL
                  DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), h DATETIME DEFAULT '2020-01-01 00:00:00',
                  i GEOMETRYCOLLECTION, j DOUBLE, k YEAR, l BIGINT ZEROFILL, m BINARY(4), n LONGTEXT,
                  o TIME(2) NOT NULL, p JSON, q INT AS (k * 2) VIRTUAL, r INT AS (k * 3) STORED,
                  PRIMARY KEY (id), UNIQUE u (c), KEY i (n(20)), KEY j (a, k), FULLTEXT z (n))\
                """);
                TableName name = new TableName("pc", "t");
                TableDefinition told = SourceTables.read(facts).get(name);
                String shown = facts.rows("SHOW CREATE TABLE pc.t").get(0)[1];
                TableDefinition stated =
                        TableReader.read(shown, SqlModes.parse(""), 80033).orElseThrow();
                assertThat(told.columns()).hasSameSizeAs(stated.columns());
                for (ColumnDefinition other : stated.columns()) {
                    ColumnDefinition one = told.column(other.name()).orElseThrow();
                    assertThat(one)
                            .usingRecursiveComparison()
                            // The character set: no check asks for it, and a statement names it only where it differs.
                            .ignoringFields("byDefault", "form")
                            .isEqualTo(other);
                    assertThat(one.byDefault().kind().toString().replace("NULL", "NONE"))
                            .as(one.name())
                            .isEqualTo(other.byDefault().kind().toString().replace("NULL", "NONE"));
                }
                assertThat(told.keys()).containsExactlyInAnyOrderElementsOf(stated.keys());
                assertThat(told.identity()).isEqualTo(stated.identity());
            } finally {
                source.execute("DROP DATABASE pc");
            }
        }
    }

    private static Report run(MySqlServer source, PairCase what) throws Exception {
        Map<String, String> config = Cluster.config();
        config.putAll(what.settings());
        config.keySet().removeAll(Set.of(TYPES, AdbPairing.GENERATED));
        if (config.keySet().stream().anyMatch(setting -> setting.startsWith(CHOICE))) {
            config.put("adb.tables", "t");
            config.put(CHOICE + "table", "pc.t");
        }
        String user = what.isPoor() ? "poor" : "root";
        Map<String, String> left = Map.of(
                TYPES,
                what.settings().getOrDefault(TYPES, "schema,full,incremental"),
                AdbPairing.GENERATED,
                what.settings().getOrDefault(AdbPairing.GENERATED, "false"));
        try (ServerFacts facts = new ServerFacts(() -> source.connection(user, what.isPoor() ? "p" : ""), OURS);
                OpenSide target = new AdbPrechecks().open(config, true)) {
            assertThat(target.server()).isNotNull();
            OpenSide open = new OpenSide(facts, List.of(), left, null);
            List<Check> checks = target.pairing().checks(open, target).stream()
                    .filter(c -> c.kind() == what.kind()
                            && (c.side() == Side.BOTH || c.setting().equals(AdbPairing.GENERATED)))
                    .toList();
            return new CheckRun(Duration.ofSeconds(30), Ignored.nothing()).run(checks);
        }
    }
}
