package manumit.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import manumit.cli.Cli;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

class JournalCommandTest {

    @Test
    @Slow
    void aShortRunGivesOneJsonObjectWithEveryFigureAndVerifies() {
        Cli.Result result =
                Cli.run("bench", "journal", "--seconds", "0.5", "--callers", "8", "--json");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .hasLineCount(1)
                .startsWith("{\"entries_per_second\":")
                .contains(
                        "\"single_entries_per_second\":",
                        "\"single_p50_ms\":",
                        "\"single_p99_ms\":",
                        "\"plain_entries_per_second\":",
                        "\"ratio_grouped_to_plain\":",
                        "\"ratio_single_to_plain\":",
                        "\"verified_per_second\":");
    }

    @Test
    void impossibleNumbersAreMisuse() {
        Cli.Result result = Cli.run("bench", "journal", "--seconds", "0");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("seconds").contains("./manumit bench journal --help");
    }
}
