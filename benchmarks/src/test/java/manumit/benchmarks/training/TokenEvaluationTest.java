package manumit.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import manumit.benchmarks.training.TokenEvaluation.Method;
import manumit.benchmarks.training.TokenEvaluation.Result;
import manumit.matching.text.Script;
import manumit.testkit.NeedsSharedData;
import manumit.testkit.SharedData;
import manumit.testkit.Slow;
import manumit.testkit.TextTable;
import org.junit.jupiter.api.Test;

class TokenEvaluationTest {

    // Goals of the project at 1 % false positives.
    private static final String GOALS =
            """
            script   | recall
            ---------|-------
            ARABIC   | .95
            CYRILLIC | .95
            HEBREW   | .90
            HAN      | .90
            HANGUL   | .90
            """;

    @Test
    @Slow
    @NeedsSharedData("names/wikidata_arabic_train.tsv")
    void heldOutTokensAreFoundAcrossScripts() throws IOException {
        for (TextTable.Row goal : TextTable.of(GOALS).rows()) {
            Script script = Script.valueOf(goal.cell("script"));
            Result result =
                    TokenEvaluation.evaluate(
                            script,
                            TokenEvaluation.heldOut(SharedData.orSkip("names"), script),
                            Method.OURS,
                            7);
            assertThat(result.recalls().get(0))
                    .as("recall at 1 %% false positives, %s", script)
                    .isGreaterThan(Double.parseDouble(goal.cell("recall")));
        }
    }

    @Test
    void recallIsTheShareAboveTheThreshold() {
        double[] negatives = new double[10_000];
        for (int i = 0; i < negatives.length; i++) {
            negatives[i] = i / 10_000.0;
        }
        Result result =
                TokenEvaluation.result(
                        Script.ARABIC, "given", new double[] {.5, .985, .995, 1}, negatives);
        assertThat(result.recalls()).containsExactly(.5, .25, .25);
    }
}
