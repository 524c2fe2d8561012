package manumit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.cli.Cli;
import org.junit.jupiter.api.Test;

class ChecksCommandTest {

    @Test
    void aSmallListGivesOneJsonObjectWithEveryFigure() {
        Cli.Result result =
                Cli.run(
                        ("bench checks --people 300 --checks 300 --recall-checks 100"
                                        + " --baseline-seconds 0.1 --json")
                                .split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .hasLineCount(1)
                .startsWith("{\"people\":300,\"checks\":300,\"seconds\":")
                .contains(
                        "\"checks_per_second\":",
                        "\"undated_checks_per_second\":",
                        "\"border_checks_per_second\":",
                        "\"p50_us\":",
                        "\"p99_us\":",
                        "\"heap_mb\":",
                        "\"build_seconds\":",
                        "\"open_seconds\":0.",
                        "\"candidates_per_check\":",
                        "\"recall\":1.0000",
                        "\"target_recall\":0.",
                        "\"ratio_to_lucene\":",
                        "\"ratio_to_exhaustive\":");
    }

    @Test
    void baselinesLeftOutAreShownAsNotMeasured() {
        Cli.Result result =
                Cli.run(
                        "bench checks --people 50 --checks 10 --recall-checks 5 --baseline-seconds 0"
                                .split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out()).containsPattern("ratio to lucene +-\n");
    }

    @Test
    void impossibleNumbersAreMisuse() {
        Cli.Result result = Cli.run("bench", "checks", "--people", "0");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("people").contains("./manumit bench checks --help");
    }

    @Test
    void recentChecksAreAskedBackwards() {
        Cli.Result result = Cli.run("bench backwards --checks 500 --records 40 --json".split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("{\"recent_checks\":500,")
                .containsPattern("\"retro_candidates_per_record\":(0\\.[5-9]|[1-9])");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        Cli.Result result = Cli.run("bench");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("Missing command").contains("checks");
    }
}
