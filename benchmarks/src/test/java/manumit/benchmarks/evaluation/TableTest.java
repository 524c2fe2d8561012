package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table TABLE =
            new Table(
                    Section.LIST,
                    "A list",
                    List.of("who", "n", "share", "recall", "at"),
                    List.of(
                            List.of(
                                    new Cell.Words("U1"),
                                    new Cell.Count(10_000),
                                    new Cell.Share(0.0004),
                                    new Cell.Rate(0.98),
                                    new Cell.Amount(1.5)),
                            List.of(
                                    new Cell.Words("others"),
                                    new Cell.Count(5),
                                    new Cell.Share(0),
                                    new Cell.Rate(Double.NaN),
                                    new Cell.Amount(-2))),
                    List.of("A note."));

    @Test
    void columnsAreAligned() {
        assertThat(TABLE.shown())
                .isEqualTo(
                        """
                        A list
                          who         n    share  recall     at
                          U1      10000  0.040 %   0.980   1.50
                          others      5  0.000 %       –  -2.00
                          · A note.
                        """);
    }

    @Test
    void jsonKeepsFullNumbers() {
        assertThat(TABLE.json())
                .contains(
                        "{\"who\":\"U1\",\"n\":10000,\"share\":4.0E-4,\"recall\":0.98,\"at\":1.5}")
                .contains("\"recall\":null,\"at\":-2}");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() ->
                        new Table(
                                Section.LIST,
                                "A list",
                                List.of("who"),
                                List.of(List.of()),
                                List.of()))
                .hasMessageContaining("0 cells under 1 columns");
    }
}
