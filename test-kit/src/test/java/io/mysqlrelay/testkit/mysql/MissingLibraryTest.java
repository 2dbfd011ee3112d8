package io.mysqlrelay.testkit.mysql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MissingLibraryTest {
    @Test
    void theLinkersComplaintBecomesTheLibraryAndTheCommandThatInstallsIt() {
        assertThatThrownBy(() -> MissingLibrary.check(
                        "bin/mysqld: error while loading shared libraries: libaio.so.1: cannot open shared object file: No"
                                + " such file or directory"))
                .hasMessageContaining("RELAY-5001")
                .hasMessageContaining("libaio.so.1")
                .hasMessageContaining("apt-get install -y libaio1 libnuma1");
    }

    @Test
    void otherWordsAreNoComplaint() {
        assertThatCode(() -> MissingLibrary.check("[ERROR] Aborting")).doesNotThrowAnyException();
    }
}
