package manumit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.cli.Cli;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

class FlightsCommandTest {

    @Slow
    @Test
    void aFewFlightsGiveOneJsonObjectWithEveryFigure() {
        Cli.Result result =
                Cli.run(
                        ("bench flights --flights 3 --list 200 --seconds 2 --baseline-seconds 0.1"
                                        + " --json")
                                .split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .hasLineCount(1)
                .startsWith("{\"flights\":3,\"passengers\":")
                .contains("\"persons_rejected\":0,")
                .containsPattern("\"parse_mb_per_second\":[1-9]")
                .containsPattern("\"screened_per_second\":[1-9]")
                .containsPattern("\"seconds_for_all_reckoned\":\\d")
                .containsPattern("\"persons_alike\":[1-9]")
                .containsPattern("\"kept_bytes_per_passenger\":[1-9]\\d{3}")
                .containsPattern("\"staedi_mb_per_second\":[\\d.]+")
                .containsPattern("\"ratio_tokenise_to_staedi\":[\\d.]+")
                .containsPattern("\"zones_per_second\":[1-9]");
    }

    /// The LGPL library stays out of what is passed on.
    @Slow
    @Test
    void jmrtdIsNotShippedAndItsAbsenceIsTold() {
        Cli.Result result =
                Cli.run(
                        "bench flights --flights 1 --list 50 --seconds 1 --baseline-seconds 0.1"
                                .split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("JMRTD left out");
        assertThat(result.out())
                .containsPattern("jmrtd zones per second +-\n")
                .contains("Measured elsewhere");
    }

    @Test
    void impossibleNumbersAreMisuse() {
        Cli.Result result = Cli.run("bench", "flights", "--flights", "0");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("flights: at least 1");
    }
}
