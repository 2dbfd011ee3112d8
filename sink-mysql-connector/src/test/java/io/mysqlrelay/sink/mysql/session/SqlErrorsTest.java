package io.mysqlrelay.sink.mysql.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 08S01, TRANSIENT",
        "1205, HY000, TRANSIENT",
        "1213, 40001, TRANSIENT",
        "1040, 08004, TRANSIENT",
        "1290, HY000, TRANSIENT",
        "1836, HY000, TRANSIENT",
        "3024, HY000, TRANSIENT",
        "3169, HY000, TRANSIENT",
        "1062, 23000, DUPLICATE",
        "1406, 22001, DATA",
        "1048, 23000, DATA",
        "3819, HY000, DATA",
        "9999, 22003, DATA",
        "1142, 42000, PRIVILEGE",
        "1044, 42000, PRIVILEGE",
        "1045, 28000, LOGIN",
        "1153, 08S01, TOO_BIG",
        "1064, 42000, OTHER",
        "1146, 42S02, OTHER",
        "9999, , OTHER",
    })
    void kindsComeFromNumbers(int number, String state, ErrorKind kind) {
        assertThat(SqlErrors.kind(number, state)).isEqualTo(kind);
    }
}
