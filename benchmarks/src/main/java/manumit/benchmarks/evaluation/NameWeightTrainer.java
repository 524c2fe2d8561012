package manumit.benchmarks.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import manumit.matching.EntityKind;
import manumit.matching.Name;
import manumit.matching.NameKind;
import manumit.matching.v1.NameFeatures;

/// Fits the weights of the name features of `manumit-1` by logistic regression (Newton's method
/// with a ridge), on the development half of the alias pairs.
///
/// Positives are the reachable ones: an alias without anything in common with the main name teaches
/// a method that sees names nothing. Negatives are those of {@link AliasPairs}, and made-up
/// relatives: the main name with another person's given names. Lists hold few brothers, posts meet
/// many. Both classes weigh the same. Deterministic: the same data give the same weights to the
/// last printed digit.
public final class NameWeightTrainer {

    private static final int ROUNDS = 25;

    /// Ridge, as if each weight had been seen near 0 in this many pairs.
    private static final double RIDGE = 4;

    /// How much a made-up relative counts against a real negative. At 1 the family name would lose
    /// its say, since relatives always share it; at 0 brothers score as high as spellings.
    private static final double RELATIVE = 0.2;

    /// Taken off the bias: real posts meet more look-alikes than the balanced sample holds, and
    /// official aliases hold more contradicted family names than travellers' documents do. F1 at
    /// even falls by .01 on the development half; in turn namesakes of another family fall below
    /// even.
    private static final double CAUTION_BITS = 1.25;

    private NameWeightTrainer() {}

    /// Prints the weights file.
    ///
    /// @param args folder with the evaluation data, file to write
    public static void main(String[] args) throws IOException {
        String table = train(Path.of(args[0]));
        Files.writeString(Path.of(args[1]), table);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table);
    }

    /// The text of the weights file.
    ///
    /// @param data folder with the evaluation data
    public static String train(Path data) throws IOException {
        List<double[]> features = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (LabelledPair pair : AliasPairs.read(data, 1)) {
            if (pair.development() && (pair.reachable() || !pair.same())) {
                Name left = pair.left().names().getFirst();
                Name right = pair.right().names().getFirst();
                features.add(NameFeatures.of(left, right, EntityKind.PERSON).values());
                labels.add(pair.same());
                weights.add(1.0);
                if (pair.kind().equals("random")) {
                    relative(left, right)
                            .ifPresent(name -> {
                                features.add(
                                        NameFeatures.of(left, name, EntityKind.PERSON).values());
                                labels.add(false);
                                weights.add(RELATIVE);
                            });
                }
            }
        }
        double[] fitted = fit(features, labels, weights);
        StringBuilder out = new StringBuilder();
        out.append("# Weights of the name features of manumit-1, in bits (log2 odds).\n");
        out.append("# Made by NameWeightTrainer from names/ofac_alias_pairs.csv (US Treasury,\n");
        out.append("# public domain), development half: ");
        out.append(labels.stream().filter(same -> same).count()).append(" pairs of one person, ");
        out.append(labels.stream().filter(same -> !same).count()).append(" of two.\n");
        out.append("# Do not edit; train again.\n");
        append(out, "bias", fitted[fitted.length - 1] - CAUTION_BITS * Math.log(2));
        for (int i = 0; i < NameFeatures.NAMES.size(); i++) {
            append(out, NameFeatures.NAMES.get(i), fitted[i]);
        }
        return out.toString();
    }

    /// The family name of the one with the given names of the other; empty unless both are written
    /// "FAMILY, Given".
    static Optional<Name> relative(Name person, Name stranger) {
        int comma = person.whole().indexOf(',');
        int strangerComma = stranger.whole().indexOf(',');
        if (comma < 0 || strangerComma < 0) {
            return Optional.empty();
        }
        return Optional.of(
                Name.of(
                        NameKind.PRIMARY,
                        person.whole().substring(0, comma)
                                + stranger.whole().substring(strangerComma)));
    }

    private static void append(StringBuilder out, String name, double nats) {
        out.append(String.format(Locale.ROOT, "%s\t%.4f\n", name, nats / Math.log(2)));
    }

    /// Weights in nats, the bias last.
    static double[] fit(List<double[]> features, List<Boolean> labels, List<Double> sampleWeights) {
        int n = features.getFirst().length + 1;
        double same = 0;
        double other = 0;
        for (int i = 0; i < labels.size(); i++) {
            same += labels.get(i) ? sampleWeights.get(i) : 0;
            other += labels.get(i) ? 0 : sampleWeights.get(i);
        }
        double weightSame = labels.size() / (2 * same);
        double weightOther = labels.size() / (2 * other);
        double[] w = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[n];
            double[][] hessian = new double[n][n];
            for (int i = 0; i < features.size(); i++) {
                double[] x = features.get(i);
                double z = w[n - 1];
                for (int j = 0; j < n - 1; j++) {
                    z += w[j] * x[j];
                }
                double p = 1 / (1 + Math.exp(-z));
                double weight = sampleWeights.get(i) * (labels.get(i) ? weightSame : weightOther);
                double error = weight * ((labels.get(i) ? 1 : 0) - p);
                double curvature = weight * p * (1 - p);
                for (int j = 0; j < n; j++) {
                    double xj = j < n - 1 ? x[j] : 1;
                    gradient[j] += error * xj;
                    for (int k = 0; k < n; k++) {
                        hessian[j][k] += curvature * xj * (k < n - 1 ? x[k] : 1);
                    }
                }
            }
            for (int j = 0; j < n - 1; j++) {
                gradient[j] -= RIDGE * w[j];
                hessian[j][j] += RIDGE;
            }
            double[] step = solve(hessian, gradient);
            for (int j = 0; j < n; j++) {
                w[j] += step[j];
            }
        }
        return w;
    }

    /// Solves a x = b by elimination with pivoting; `a` and `b` are overwritten.
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int j = i + 1; j < n; j++) {
                pivot = Math.abs(a[j][i]) > Math.abs(a[pivot][i]) ? j : pivot;
            }
            double[] row = a[i];
            a[i] = a[pivot];
            a[pivot] = row;
            double value = b[i];
            b[i] = b[pivot];
            b[pivot] = value;
            for (int j = i + 1; j < n; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k < n; k++) {
                    a[j][k] -= factor * a[i][k];
                }
                b[j] -= factor * b[i];
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= a[i][k] * x[k];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }
}
