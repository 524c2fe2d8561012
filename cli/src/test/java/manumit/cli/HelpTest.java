package manumit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import manumit.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "compare",
                "list",
                "list describe",
                "list build",
                "evaluate",
                "flights",
                "flights read",
                "flights screen",
                "bench",
                "bench checks",
                "bench backwards",
                "bench documents",
                "bench flights",
                "bench journal",
                "journal",
                "journal verify",
                "serve",
                "demo",
                "completion"
            })
    void everyCommandTeachesByExamples(String command) {
        Cli.Result result = Cli.run((command + " --help").strip().split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Examples:").contains("./manumit");
        String name = command.isEmpty() ? "manumit" : command.replace(' ', '-');
        Golden.assertMatches(
                String.format(Locale.ROOT, "help/%s.txt", name),
                result.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void withoutArgumentsTheCommandsAreListed() {
        Cli.Result result = Cli.run();

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Commands:").contains("check").contains("demo");
    }

    @Test
    void helpOfACommandIsFoundBothWays() {
        assertThat(Cli.run("help", "check").out()).isEqualTo(Cli.run("check", "--help").out());
    }

    @Test
    void mistypedCommandGetsAProposalAndExitCode2() {
        Cli.Result result = Cli.run("chekc");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("chekc").contains("check").hasLineCount(3);
    }

    @Test
    void mistypedOptionGetsAProposalAndExitCode2() {
        Cli.Result result = Cli.run("check", "--list", "a", "--formta", "json");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--formta").contains("./manumit check --help");
    }

    @Test
    void versionNamesProgramMethodAndJava() {
        Cli.Result result = Cli.run("--version");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("manumit ").contains("method ").contains("Java ");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        Cli.Result result = Cli.run("completion");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("--min-band")
                .contains("strong")
                .contains("describe");
    }
}
