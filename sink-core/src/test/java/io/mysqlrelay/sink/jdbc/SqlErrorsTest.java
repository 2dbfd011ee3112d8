package io.mysqlrelay.sink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.core.error.ErrorCode;
import io.mysqlrelay.sink.target.TransientTargetException;
import io.mysqlrelay.sink.target.TransientTargetException.Kind;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlErrorsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 08S01, CONNECTION",
        "0, 08003, CONNECTION",
        "0, 08007, CONNECTION",
        "1040, 08004, CONNECTION",
        "1203, 42000, CONNECTION",
        "1226, 42000, CONNECTION",
        "1053, 08S01, CONNECTION",
        "3032, HY000, CONNECTION",
        "3169, HY000, CONNECTION",
        "4031, HY000, CONNECTION",
        "2013, HY000, CONNECTION",
        "1205, HY000, BUSY",
        "1213, 40001, BUSY",
        "9999, 40001, BUSY",
        "1290, HY000, BUSY",
        "1792, 25006, BUSY",
        "1836, HY000, BUSY",
        "1021, HY000, BUSY",
        "1114, HY000, BUSY",
        "3664, HY000, BUSY",
        "1030, HY000, BUSY",
        "3, HY000, BUSY",
        "1317, 70100, BUSY",
        "3024, HY000, BUSY",
        "9999, 70100, BUSY",
        "1412, HY000, BUSY",
        "1062, 23000, DUPLICATE",
        "1406, 22001, DATA",
        "1048, 23000, DATA",
        "1452, 23000, DATA",
        "3008, HY000, DATA",
        "3819, HY000, DATA",
        "1644, 45000, DATA",
        "9999, 22003, DATA",
        "1142, 42000, PRIVILEGE",
        "1044, 42000, PRIVILEGE",
        "1045, 28000, LOGIN",
        "1153, 08S01, TOO_BIG",
        "1064, 42000, OTHER",
        "1146, 42S02, OTHER",
        "1785, HY000, OTHER",
        "9999, , OTHER",
    })
    void kindsComeFromNumbersThenFromStates(int number, String state, ErrorKind kind) {
        assertThat(SqlErrors.kind(number, state)).isEqualTo(kind);
    }

    @Test
    void eachTransientKindHasItsOwnWindowAndTheRestIsFinal() throws Exception {
        assertThatThrownBy(() -> Outages.translate(new SQLException("x", "08S01", 0), "reading"))
                .isInstanceOfSatisfying(
                        TransientTargetException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONNECTION));
        assertThatThrownBy(() -> Outages.translate(new SQLException("x", "HY000", 1836), "reading"))
                .isInstanceOfSatisfying(
                        TransientTargetException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.OTHER));
        assertThat(Outages.translate(new SQLException("x", "42S02", 1146), "reading")
                        .code())
                .isEqualTo(ErrorCode.TARGET_ERROR);
    }
}
