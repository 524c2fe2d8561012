package manumit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void escapeSequencesCannotReachTheTerminal() {
        assertThat(SafeText.of("Eve\u001B[2JAdam\nx")).isEqualTo("Eve\uFFFD[2JAdam\uFFFDx");
    }

    @Test
    void directionOverridesVanish() {
        assertThat(SafeText.of("Ivan\u202Evonaf\u2066")).isEqualTo("Ivanvonaf");
    }

    @Test
    void textFromRightToLeftIsIsolated() {
        assertThat(SafeText.of("طارق")).isEqualTo("\u2068طارق\u2069");
        assertThat(SafeText.of("Tariq")).isEqualTo("Tariq");
    }

    @Test
    void halfCharactersAreReplaced() {
        assertThat(SafeText.of("a\uD800b")).isEqualTo("a\uFFFDb");
    }
}
