package manumit.matching.v1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Weights of {@link NameFeatures}, in bits. Fitted by logistic regression; the file names data,
/// date and trainer.
final class NameWeights {

    /// Where a pair starts before anything is measured.
    private final double bias;

    /// One weight per feature, in the order of {@link NameFeatures#NAMES}.
    private final double[] values;

    private NameWeights(double bias, double[] values) {
        this.bias = bias;
        this.values = values;
    }

    /// Log2 odds that a pair of names with these features belongs to one person, among pairs of
    /// names that have a part in common or nearly so.
    double logit(NameFeatures features) {
        double[] x = features.values();
        double sum = bias;
        for (int i = 0; i < x.length; i++) {
            sum += values[i] * x[i];
        }
        return sum;
    }

    double bias() {
        return bias;
    }

    double of(String feature) {
        return values[NameFeatures.NAMES.indexOf(feature)];
    }

    /// @param file a resource
    static NameWeights read(String file) {
        Map<String, Double> read = new HashMap<>();
        try (InputStream in = NameWeights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the jar");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    read.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] values = new double[NameFeatures.NAMES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = weight(read, NameFeatures.NAMES.get(i), file);
        }
        return new NameWeights(weight(read, "bias", file), values);
    }

    private static double weight(Map<String, Double> read, String feature, String file) {
        Double value = read.get(feature);
        if (value == null) {
            throw new IllegalStateException(file + ": no weight for " + feature);
        }
        return value;
    }
}
