package io.mysqlrelay.sink.adb.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mysqlrelay.core.TableName;
import io.mysqlrelay.sink.adb.apply.Slots.Slot;
import io.mysqlrelay.sink.adb.ddl.Step;
import io.mysqlrelay.sink.change.ColumnShape;
import io.mysqlrelay.sink.change.RowShape;
import io.mysqlrelay.sink.change.ValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private static final TableName NAME = new TableName("d", "t");
    private static final Images.Fills FILLED =
            (place, value, fill) -> String.valueOf(value).equals(fill);

    private static RowShape shape(String... columns) {
        return new RowShape(
                NAME,
                Arrays.stream(columns)
                        .map(c -> new ColumnShape(c, ValueType.STRING, null, List.of()))
                        .toList());
    }

    private static Slots slots(Slot... slots) {
        return new Slots(List.of(slots));
    }

    private static Slot column(String name) {
        return new Slot(name, false, false, null);
    }

    private static boolean matches(String image, Images images, Object... row) {
        return Images.matches(image, images.patterns(row, FILLED));
    }

    @Test
    void rowsMatchByAllTheirValues() {
        Images images = new Images(slots(column("a"), column("b")), shape("a", "b"));
        String image = images.of(new Object[] {"x", null});
        assertThat(image).hasSize(16).doesNotContain("_", "%", "/");
        assertThat(matches(image, images, "x", null)).isTrue();
        assertThat(matches(image, images, "X", null)).isFalse();
        assertThat(matches(image, images, "x", ""))
                .as("NULL is not the empty text")
                .isFalse();
        assertThat(matches(image, images, null, "x")).isFalse();
    }

    @Test
    void anOlderRowMatchesWithTheValueThatItsNewColumnWasAddedWith() {
        String image = new Images(slots(column("a")), shape("a")).of(new Object[] {"x"});
        Slots wider = slots(column("a")).after(step(Step.Kind.ADD_COLUMN, "new", "b"));
        Images images = new Images(wider, shape("a", "b"));
        assertThat(matches(image, images, "x", "new")).isTrue();
        assertThat(matches(image, images, "x", "other")).isFalse();
        assertThat(matches(images.of(new Object[] {"x", "other"}), images, "x", "other"))
                .isTrue();
        assertThat(matches(images.of(new Object[] {"x", "other"}), images, "x", "new"))
                .isFalse();
    }

    @Test
    void aDroppedColumnDoesNotCountAndARenamedOneDoes() {
        Images before = new Images(slots(column("a"), column("b"), column("c")), shape("a", "b", "c"));
        String image = before.of(new Object[] {"x", "gone", "y"});
        Slots after = slots(column("a"), column("b"), column("c"))
                .after(step(Step.Kind.DROP_COLUMN, "", "b"))
                .after(step(Step.Kind.RENAME_COLUMN, "c", "c2"));
        Images images = new Images(after, shape("a", "c2"));
        assertThat(matches(image, images, "x", "y")).isTrue();
        assertThat(matches(image, images, "x", "z")).isFalse();
        assertThat(Slots.decode(after.encode())).isEqualTo(after);
    }

    @Test
    void aColumnThatIsDroppedAndAddedAgainIsAnotherOne() {
        Slots slots = slots(column("a"), column("b"))
                .after(step(Step.Kind.DROP_COLUMN, "", "b"))
                .after(step(Step.Kind.ADD_COLUMN, "NULL", "b"));
        Images images = new Images(slots, shape("a", "b"));
        String old = new Images(slots(column("a"), column("b")), shape("a", "b")).of(new Object[] {"x", "was"});
        Images.Fills fills = (place, value, fill) -> (value == null ? "NULL" : "'" + value + "'").equals(fill);
        assertThat(Images.matches(old, images.patterns(new Object[] {"x", null}, fills)))
                .isTrue();
        assertThat(Images.matches(old, images.patterns(new Object[] {"x", "was"}, fills)))
                .isFalse();
    }

    @Test
    void valuesThatAStatementLeavesAsTheyAreKeepTheirImage() {
        RowShape narrow = new RowShape(
                NAME,
                List.of(
                        new ColumnShape("d", ValueType.DECIMAL, null, List.of()),
                        new ColumnShape("t", ValueType.ENCODED_TEXT, "latin1", List.of()),
                        new ColumnShape("e", ValueType.ENUM, null, List.of("x", "y")),
                        new ColumnShape("m", ValueType.DATETIME, null, List.of()),
                        new ColumnShape("g", ValueType.STRING, null, List.of())));
        RowShape wide = new RowShape(
                NAME,
                List.of(
                        new ColumnShape("d", ValueType.INTEGER, null, List.of()),
                        new ColumnShape("t", ValueType.STRING, null, List.of()),
                        new ColumnShape("e", ValueType.ENUM, null, List.of("new", "y")),
                        new ColumnShape("m", ValueType.DATETIME, null, List.of()),
                        new ColumnShape("g", ValueType.STRING, null, List.of())));
        Slots slots = slots(column("d"), column("t"), column("e"), column("m"), new Slot("g", true, false, null));
        String image = new Images(slots, narrow).of(new Object[] {
            new BigDecimal("5.00"), new byte[] {(byte) 0xe4}, 2L, "2024-01-01 00:00:00", "generated"
        });
        assertThat(new Images(slots, wide).of(new Object[] {5L, "\u00e4", 2L, "2024-01-01 00:00:00.000", null}))
                .isEqualTo(image);
    }

    private static Step step(Step.Kind kind, String from, String to) {
        return new Step(kind, NAME, from, to, "");
    }
}
