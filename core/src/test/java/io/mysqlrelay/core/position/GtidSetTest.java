package io.mysqlrelay.core.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtidSetTest {
    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "9b3b4b4c-0000-11ee-8c00-0242ac120002";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ''",
                "'  ' | ''",
                A + ":1 | " + A + ":1",
                A + ":1-5 | " + A + ":1-5",
                A + ":1-3:4-5 | " + A + ":1-5",
                A + ":7:1-5:11-18 | " + A + ":1-5:7:11-18",
                A + ":1-9:3-4 | " + A + ":1-9",
                "3E11FA47-71CA-11E1-9E33-C80AA9429562:5 | " + A + ":5",
                "'" + A + ":1-5,\n" + B + ":1-2' | '" + A + ":1-5," + B + ":1-2'",
                "'" + B + ":1 , " + A + " : 1 - 2,' | '" + A + ":1-2," + B + ":1'",
                "'" + A + ":1," + A + ":2-3' | " + A + ":1-3",
                A + ":1-3:Domain_1:2:5-6 | '" + A + ":1-3," + A + ":domain_1:2:5-6'",
                A + ":a:1:b:2 | '" + A + ":a:1," + A + ":b:2'",
                A + ":9223372036854775806 | " + A + ":9223372036854775806",
            })
    void readsTheServersTextForms(String text, String normal) {
        GtidSet set = GtidSet.parse(text);
        assertThat(set).hasToString(normal);
        assertThat(GtidSet.parse(normal)).isEqualTo(set).hasSameHashCodeAs(set);
        assertThat(set.isEmpty()).isEqualTo(normal.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                A,
                A + ":",
                A + ":tag",
                A + ":1:",
                A + ":0",
                A + ":5-3",
                A + ":-5",
                A + ":5-",
                A + ":+5",
                A + ":1-2-3",
                A + ":9223372036854775807",
                A + ":99999999999999999999",
                "3e11fa47-71ca-11e1-9e33-c80aa942956:1",
                "3e11fa4771ca11e19e33c80aa9429562zzzz:1",
                "binlog.000001:4",
                ":1"
            })
    void refusesWhatIsNoSet(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GtidSet.parse(text));
    }

    @Test
    void agreesWithASimpleModel() {
        long seed = Long.getLong("gtid.seed", System.nanoTime());
        System.out.println("GtidSetTest: -Dgtid.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            Set<String> model = new TreeSet<>();
            GtidSet set = new GtidSet();
            for (int n = random.nextInt(60); n > 0; n--) {
                Gtid gtid = new Gtid(source(random), 1 + random.nextInt(30));
                model.add(gtid.toString());
                set.add(gtid);
            }
            assertThat(members(set)).isEqualTo(model);
            List<String> shuffled = new ArrayList<>(model);
            Collections.shuffle(shuffled, random);
            assertThat(GtidSet.parse(String.join(",", shuffled))).isEqualTo(set);
            assertThat(GtidSet.parse(set.toString())).isEqualTo(set);
            Set<String> part = model.stream().filter(g -> random.nextBoolean()).collect(Collectors.toSet());
            GtidSet partSet = GtidSet.parse(String.join(",", part));
            assertThat(set.containsAll(partSet)).isTrue();
            assertThat(partSet.containsAll(set)).isEqualTo(part.size() == model.size());
        }
    }

    @Test
    void copyIsIndependent() {
        GtidSet set = GtidSet.parse(A + ":1-5");
        GtidSet copy = set.copy();
        copy.add(new Gtid(A, 6));
        copy.add(new Gtid(B, 1));
        assertThat(set).hasToString(A + ":1-5");
        assertThat(copy).hasToString(A + ":1-6," + B + ":1");
        assertThat(set.containsAll(copy)).isFalse();
        assertThat(copy.containsAll(set)).isTrue();
    }

    @Test
    void tagsAreSourcesOfTheirOwn() {
        GtidSet set = GtidSet.parse(A + ":1-5:tag:7");
        assertThat(set.contains(Gtid.parse(A + ":tag:7").orElseThrow())).isTrue();
        assertThat(set.contains(Gtid.parse(A + ":TAG:7").orElseThrow())).isTrue();
        assertThat(set.contains(Gtid.parse(A + ":7").orElseThrow())).isFalse();
        assertThat(set.contains(Gtid.parse(A + ":tag:5").orElseThrow())).isFalse();
    }

    private static String source(Random random) {
        return (random.nextBoolean() ? A : B) + (random.nextInt(3) == 0 ? ":tag" : "");
    }

    private static Set<String> members(GtidSet set) {
        Set<String> members = new TreeSet<>();
        for (String source : List.of(A, B, A + ":tag", B + ":tag")) {
            for (int n = 1; n <= 31; n++) {
                Gtid gtid = new Gtid(source, n);
                if (set.contains(gtid)) {
                    members.add(gtid.toString());
                }
            }
        }
        return members;
    }
}
