package io.mysqlrelay.sink.adb.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.core.ddl.SqlModes;
import io.mysqlrelay.core.ddl.table.AlterClause;
import io.mysqlrelay.core.ddl.table.AlterClauses;
import io.mysqlrelay.core.ddl.table.ColumnDefinition;
import io.mysqlrelay.sink.adb.config.TableRules;
import io.mysqlrelay.sink.adb.table.AdbType;
import io.mysqlrelay.sink.adb.table.Columns;
import io.mysqlrelay.sink.adb.table.TableRule;
import io.mysqlrelay.sink.adb.table.TypeRules;
import io.mysqlrelay.sink.change.DdlChange;
import io.mysqlrelay.sink.change.TableBefore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pair of types, kept and not, with the session that decides. */
class RedefinitionsTest {
    private static final String STRICT = "STRICT_TRANS_TABLES,NO_ZERO_DATE";
    private final TableRule rule = TableRules.parse(Map.of()).of(new TableName("d", "t"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // bytes
                "binary(8) | binary(8) COMMENT 'x' | lenient | kept",
                "binary(8) | binary(12) | strict | lost",
                "binary(8) | binary(4) | strict | lost",
                "varbinary(8) | binary(8) | strict | lost",
                "blob | binary(8) | strict | lost",
                "binary(8) | varbinary(8) | lenient | kept",
                "binary(8) | blob | lenient | kept",
                "varbinary(8) | varbinary(9) | lenient | kept",
                "varbinary(8) | varbinary(7) | strict | lost",
                "tinyblob | varbinary(255) | lenient | kept",
                "blob | longblob | lenient | kept",
                "longblob | blob | strict | lost",
                // text
                "varchar(20) CHARACTER SET latin1 | varchar(30) CHARACTER SET latin1 | lenient | kept",
                "varchar(20) CHARACTER SET latin1 | varchar(10) CHARACTER SET latin1 | strict | lost",
                "varchar(20) CHARACTER SET latin1 | char(20) CHARACTER SET latin1 | strict | lost",
                "text CHARACTER SET latin1 | char(20) CHARACTER SET latin1 | strict | lost",
                "char(20) CHARACTER SET latin1 | char(20) CHARACTER SET latin1 | lenient | kept",
                "char(20) CHARACTER SET latin1 | char(10) CHARACTER SET latin1 | strict | lost",
                "char(20) CHARACTER SET latin1 | varchar(20) CHARACTER SET latin1 | lenient | kept",
                "char(20) CHARACTER SET latin1 | varchar(20) CHARACTER SET latin1 | padded | lost",
                "varchar(20) CHARACTER SET latin1 | text CHARACTER SET utf8mb4 | lenient | kept",
                "varchar(20) CHARACTER SET latin1 | tinytext CHARACTER SET latin1 | lenient | kept",
                "varchar(99) CHARACTER SET latin1 | tinytext CHARACTER SET latin1 | strict | lost",
                "text CHARACTER SET utf8mb3 | text CHARACTER SET utf8mb4 | lenient | kept",
                "text CHARACTER SET latin1 | text CHARACTER SET utf8mb4 | strict | lost",
                "text CHARACTER SET latin1 | mediumtext CHARACTER SET utf8mb4 | lenient | kept",
                "varchar(9) CHARACTER SET utf8mb4 | varchar(9) CHARACTER SET latin1 | strict | kept",
                "varchar(9) CHARACTER SET utf8mb4 | varchar(9) CHARACTER SET latin1 | lenient | lost",
                "varchar(9) CHARACTER SET utf8mb4 | varchar(9) CHARACTER SET sjis | strict | lost",
                "varchar(9) CHARACTER SET utf8mb4 | varchar(9) CHARACTER SET binary | strict | lost",
                "varchar(9) CHARACTER SET utf8mb4 | varchar(9) | lenient | kept",
                "varchar(9) CHARACTER SET latin1 | varchar(9) COLLATE latin1_bin | lenient | kept",
                "varchar(9) CHARACTER SET utf8mb4 | nchar varchar(9) | lenient | lost",
                "bit(8) | varchar(9) | strict | lost",
                "varchar(9) CHARACTER SET utf8mb4 | bit(8) | strict | lost",
                // names
                "enum('a','b') CHARACTER SET latin1 | enum('a','b','c') CHARACTER SET latin1 | lenient | kept",
                "enum('a','b') CHARACTER SET latin1 | enum('c','b','a') CHARACTER SET latin1 | strict | kept",
                "enum('a','b') CHARACTER SET latin1 | enum('c','b','a') CHARACTER SET latin1 | lenient | lost",
                "enum('a','b') CHARACTER SET latin1 | enum('A','b') CHARACTER SET latin1 | strict | lost",
                "enum('a','b') CHARACTER SET latin1 | enum('a') CHARACTER SET latin1 | strict | lost",
                "set('a','b') CHARACTER SET latin1 | set('x','a','b') CHARACTER SET latin1 | strict | kept",
                "set('a','b') CHARACTER SET latin1 | set('b','a') CHARACTER SET latin1 | strict | lost",
                "set('a','b') CHARACTER SET latin1 | enum('a','b') CHARACTER SET latin1 | strict | lost",
                "enum('a','b') CHARACTER SET latin1 | set('a','b') CHARACTER SET latin1 | strict | lost",
                "varchar(9) CHARACTER SET latin1 | enum('a','b') CHARACTER SET latin1 | strict | lost",
                "enum('a','bb') CHARACTER SET latin1 | varchar(2) CHARACTER SET utf8mb4 | lenient | kept",
                "enum('a','bb') CHARACTER SET latin1 | varchar(1) CHARACTER SET utf8mb4 | strict | lost",
                "set('a','bb') CHARACTER SET latin1 | text CHARACTER SET utf8mb4 | lenient | kept",
                // numbers
                "mediumint | int | lenient | kept",
                "int | mediumint | strict | kept",
                "int | mediumint | lenient | lost",
                "smallint | tinyint unsigned | lenient | lost",
                "int | year | strict | lost",
                "year | int | lenient | kept",
                "bigint unsigned | decimal(20,0) | lenient | kept",
                "decimal(20,0) | bigint unsigned | lenient | lost",
                "decimal(9,2) | decimal(9,2) unsigned | lenient | lost",
                "float | float(7,2) | strict | lost",
                "float(7,2) | float(7,2) | lenient | kept",
                "float(7,2) | float | lenient | kept",
                "double | double(9,3) | strict | lost",
                "bit(8) | bit(9) | lenient | kept",
                "bit(8) | bit(4) | strict | kept",
                "bit(8) | bit(4) | lenient | lost",
                // moments
                "datetime | datetime(6) | lenient | kept",
                "datetime(6) | datetime(3) | strict | lost",
                "datetime(6) | datetime(4) | strict | lost",
                "time(3) | time | strict | lost",
                "timestamp(3) | timestamp(3) NULL | lenient | kept",
                // NULL and 0
                "int | int NOT NULL | strict | kept",
                "int | int NOT NULL | lenient | lost",
                "int NOT NULL | int NOT NULL AUTO_INCREMENT | strict | lost",
                "int NOT NULL | int NOT NULL AUTO_INCREMENT | zeros | kept",
                "timestamp | timestamp | implicit | lost",
                // documents and shapes
                "json | json | lenient | kept",
                "geometry | point | strict | kept",
                "geometry | point | lenient | lost",
                "geometry | blob | strict | lost",
                // not known
                "- | int | strict | lost"
            })
    void ofOneTypeInAnalyticDb(String from, String to, String session, String outcome) {
        assertThat(lost(from, to, session) == null ? "kept" : "lost").isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "int | bigint | lenient | kept",
                "bigint | int | strict | kept",
                "bigint | int | lenient | lost",
                "int | decimal(12,2) | lenient | kept",
                "decimal(9,2) | decimal(12,4) | lenient | kept",
                "decimal(9,2) | decimal(9,1) | strict | lost",
                "decimal(9,2) | int | strict | lost",
                "int | double | lenient | kept",
                "int | float | strict | lost",
                "smallint | float | lenient | kept",
                "float | double | lenient | kept",
                "float | double(9,2) | strict | lost",
                "double | float | strict | lost",
                "int | varchar(20) | strict | kept",
                "int | varchar(20) | lenient | lost",
                "int | text | lenient | kept",
                "int zerofill | text | strict | lost",
                "year | text | strict | lost",
                "float | text | strict | lost",
                "varchar(9) CHARACTER SET utf8mb4 | int | strict | lost",
                "enum('10','20') CHARACTER SET utf8mb4 | int | strict | lost",
                "int | enum('10','20') | strict | lost",
                "set('1') CHARACTER SET utf8mb4 | int | strict | lost",
                "bit(8) | binary(1) | strict | lost",
                "bit(8) | int | strict | lost",
                "int | bit(32) | strict | lost",
                "text CHARACTER SET latin1 | blob | strict | lost",
                "blob | text CHARACTER SET latin1 | strict | lost",
                "json | longtext | strict | lost",
                "longtext CHARACTER SET utf8mb4 | json | strict | lost",
                "timestamp | datetime | lenient | kept",
                "timestamp(3) | datetime | strict | lost",
                "datetime | timestamp | strict | kept",
                "datetime | timestamp | lenient | lost",
                "datetime | date | lenient | kept",
                "datetime(3) | date | lenient | lost",
                "date | datetime | lenient | kept",
                "date | varchar(10) | strict | lost",
                "time | datetime | strict | lost",
                "int | bigint NOT NULL | lenient | lost"
            })
    void ofAnotherTypeInAnalyticDb(String from, String to, String session, String outcome) {
        assertThat(lost(from, to, session) == null ? "kept" : "lost").isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "binary(4) | lost",
                "varbinary(4) | kept",
                "char(4) | lost",
                "varchar(4) | kept",
                "bit(4) | lost",
                "enum('a') | lost",
                "set('a') | lost",
                "year | lost",
                "int | kept",
                "double | kept",
                "double(5,2) | lost",
                "datetime(5) | lost",
                "datetime(6) | kept"
            })
    void withoutWhatWasBefore(String to, String outcome) {
        AlterClause.ModifyColumn modify =
                (AlterClause.ModifyColumn) clauses("MODIFY c " + to).get(0);
        Redefinitions redefinitions = redefinitions(null, List.of(modify), "strict");
        assertThat(redefinitions.lost("c", modify.column(), type(modify.column()), false) == null ? "kept" : "lost")
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "text CHARACTER SET latin1 | utf8mb4 | lenient | kept",
                "text CHARACTER SET utf8mb4 | latin1 | strict | kept",
                "text CHARACTER SET utf8mb4 | latin1 | lenient | lost",
                "text CHARACTER SET utf8mb4 | binary | strict | lost",
                "text CHARACTER SET utf8mb4 | DEFAULT | strict | lost",
                "int | latin1 | lenient | kept",
                "enum('a') CHARACTER SET latin1 | utf8mb4 | lenient | kept",
                "enum('a') CHARACTER SET latin1 | utf16 | strict | lost",
                "enum('é') CHARACTER SET latin1 | utf8mb4 | strict | lost",
                "enum('é') CHARACTER SET latin1 | latin1 COLLATE latin1_bin | strict | kept",
                "- | utf8mb4 | strict | lost"
            })
    void convert(String from, String to, String session, String outcome) {
        List<AlterClause> clauses = clauses("CONVERT TO CHARACTER SET " + to);
        Redefinitions redefinitions = redefinitions(before(from), clauses, session);
        assertThat(redefinitions.lost((AlterClause.Convert) clauses.get(0)) == null ? "kept" : "lost")
                .isEqualTo(outcome);
    }

    @Test
    void withoutWhatWasBeforeTextsAreConvertedToUnicode() {
        List<AlterClause> clauses = clauses("CONVERT TO CHARACTER SET utf8mb4");
        assertThat(redefinitions(null, clauses, "lenient").lost((AlterClause.Convert) clauses.get(0)))
                .isNull();
        clauses = clauses("CONVERT TO CHARACTER SET latin1");
        assertThat(redefinitions(null, clauses, "lenient").lost((AlterClause.Convert) clauses.get(0)))
                .isNotNull();
    }

    @Test
    void aTextTakesTheTablesCharacterSetUnlessTheStatementChangesIt() {
        assertThat(lost("varchar(9) CHARACTER SET utf8mb4", "varchar(9), DEFAULT CHARACTER SET latin1", "lenient"))
                .isEqualTo("MODIFY c from varchar(9) CHARACTER SET utf8mb4 to varchar(9): the source has changed values"
                        + " of rows that are there, and no event tells how");
    }

    @Test
    void theModesMayBeANumber() {
        assertThat(ConversionModes.of(Map.of("sql_mode", "2097152")).strict()).isTrue();
        assertThat(ConversionModes.of(Map.of("sql_mode", "1073741824")).strict())
                .isFalse();
        assertThat(ConversionModes.of(Map.of()).strict()).isFalse();
    }

    private String lost(String from, String to, String session) {
        List<AlterClause> clauses = clauses("MODIFY c " + to);
        ColumnDefinition column = ((AlterClause.ModifyColumn) clauses.get(0)).column();
        return redefinitions(before(from), clauses, session).lost("c", column, type(column), false);
    }

    /** @param type with NOT NULL perhaps; - for none that is known */
    private static TableBefore before(String type) {
        String known = type.equals("-") ? null : type.replace(" NOT NULL", "");
        return new TableBefore(
                "utf8mb4", List.of(new TableBefore.Column("C", known, !type.endsWith("NOT NULL"), false)));
    }

    private AdbType type(ColumnDefinition column) {
        return Columns.translate(column, false, rule, new TypeRules(false, false, true))
                .type();
    }

    private Redefinitions redefinitions(TableBefore before, List<AlterClause> clauses, String session) {
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "sql_mode",
                switch (session) {
                    case "lenient" -> "NO_ENGINE_SUBSTITUTION";
                    case "padded" -> STRICT + ",PAD_CHAR_TO_FULL_LENGTH";
                    case "zeros" -> STRICT + ",NO_AUTO_VALUE_ON_ZERO";
                    default -> STRICT;
                });
        variables.put("explicit_defaults_for_timestamp", session.equals("implicit") ? "0" : "1");
        DdlChange change = new DdlChange(
                false,
                "d",
                "".getBytes(StandardCharsets.UTF_8),
                "utf8mb4",
                "",
                variables,
                List.of(),
                "uuid:1",
                0,
                0,
                before);
        return new Redefinitions(change, clauses, rule, new TypeRules(false, false, true));
    }

    private static List<AlterClause> clauses(String text) {
        return AlterClauses.read("ALTER TABLE t " + text, SqlModes.DEFAULT, 99_999);
    }
}
