package manumit.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import manumit.cli.Cli;
import manumit.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String PAIRS =
            """
            id,left_name,right_name,left_birth_date,right_birth_date,left_nationality,right_nationality
            1,Gennadii Sokolov,Соколов Геннадий Аркадьевич,1964-02-17,1964-02-17,RU,RUS
            2,Şükrü Güvendik,SUKRU GUVENDIK,1974-04-09,1974-09-04,,TR
            3,Nataliia Marchenko,Viktoriia Marchenko|Viktoriia Kovalchuk,1991-05-30,1991-05-30,UA,UA
            4,Ann Other,Åsmund Skjærvøy,1990,1975-10-31,,
            """;

    @TempDir Path folder;

    @Test
    void everyPairHasOneLineWithItsReasons() {
        Cli.Result result = Cli.runWith(PAIRS, "compare", "-");

        assertThat(result.code()).isZero();
        assertThat(result.err()).startsWith("compared 4; rejected 0; ");
        Golden.assertMatches("compare/pairs.ndjson", result.out());
    }

    @Test
    void pairsAndAnswersMayBeFiles() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), PAIRS);
        Path answers = folder.resolve("scores.ndjson");

        Cli.Result result = Cli.run("compare", "--output", answers.toString(), pairs.toString());

        assertThat(result.code()).isZero();
        assertThat(answers).content().hasLineCount(4).startsWith("{\"id\":\"1\",\"score\":");
    }

    @Test
    void missingFileIsNamedInOneLineWithExitCode2() {
        Cli.Result result = Cli.run("compare", folder + "/absent.csv");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).hasLineCount(1).contains("absent.csv");
    }

    @Test
    void aReaderThatGoesAwayEndsTheRunQuietly() {
        Cli.Result result = Cli.runIntoBrokenPipe(PAIRS, "compare");

        assertThat(result.code()).isZero();
        assertThat(result.err()).doesNotContain("Exception");
    }
}
