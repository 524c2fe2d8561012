package manumit.benchmarks.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import manumit.benchmarks.crowd.Crowd;
import manumit.matching.Candidate;
import manumit.matching.ListScale;
import manumit.matching.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecallRunTest {

    private static final Crowd CROWD = Crowd.of(2);
    private static final ChecksOptions OPTIONS =
            ChecksOptions.of(400, 100, 1, 2).withRecallChecks(200);

    @ParameterizedTest
    @EnumSource
    void theListFindsWhatExhaustiveComparisonFinds(ListScale scale) {
        try (Engine engine = WatchlistEngine.build(CROWD.identities(0, 400), scale)) {
            RecallRun.Recall recall = RecallRun.of(CROWD, OPTIONS.withScale(scale)).recall(engine);
            assertThat(recall.recall()).isEqualTo(1);
            assertThat(recall.expected()).isGreaterThan(150);
            assertThat(recall.targets()).isEqualTo(200);
        }
    }

    @Test
    void anEngineThatFindsNothingHasNoRecall() {
        Engine nothing =
                new Engine() {
                    @Override
                    public String name() {
                        return "nothing";
                    }

                    @Override
                    public List<Candidate> candidates(Query query) {
                        return List.of();
                    }

                    @Override
                    public void close() {}
                };
        RecallRun.Recall recall = RecallRun.of(CROWD, OPTIONS).recall(nothing);
        assertThat(recall.recall()).isZero();
        assertThat(recall.targetRecall()).isZero();
    }
}
