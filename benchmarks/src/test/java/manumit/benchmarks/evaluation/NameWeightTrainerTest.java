package manumit.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import manumit.matching.Name;
import manumit.matching.v1.NameFeatures;
import manumit.testkit.NeedsSharedData;
import manumit.testkit.SharedData;
import manumit.testkit.Slow;
import org.junit.jupiter.api.Test;

class NameWeightTrainerTest {

    @Test
    void theFitFindsTheWeightsThatMadeTheLabels() {
        Random random = new Random(7);
        List<double[]> features = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double[] x = {random.nextGaussian(), random.nextGaussian()};
            double odds = Math.exp(2 * x[0] - x[1]);
            features.add(x);
            labels.add(random.nextDouble() < odds / (1 + odds));
            weights.add(1.0);
        }

        double[] fitted = NameWeightTrainer.fit(features, labels, weights);

        assertThat(fitted[0]).isCloseTo(2, within(0.1));
        assertThat(fitted[1]).isCloseTo(-1, within(0.1));
        assertThat(fitted[2]).isCloseTo(0, within(0.1));
    }

    @Test
    void aRelativeHasTheFamilyNameOfTheOneAndTheGivenNamesOfTheOther() {
        assertThat(
                        NameWeightTrainer.relative(
                                Name.of("QUEMBO, Adaira"), Name.of("TARVELL, Benoit Luc")))
                .contains(Name.of("QUEMBO, Benoit Luc"));
        assertThat(NameWeightTrainer.relative(Name.of("Quembo"), Name.of("TARVELL, Benoit")))
                .isEmpty();
    }

    @Slow
    @Test
    @NeedsSharedData("names/ofac_alias_pairs.csv")
    void trainingAgainGivesTheCommittedWeights() throws IOException {
        Path data = SharedData.orSkip(".");

        assertThat(NameWeightTrainer.train(data)).isEqualTo(committed());
    }

    private static String committed() throws IOException {
        try (InputStream in =
                NameFeatures.class.getResourceAsStream("/manumit/matching/v1/name-weights.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
