package manumit.cli.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import manumit.benchmarks.checks.Figure;
import manumit.cli.output.Json;

/// Measured numbers as they are printed.
final class Figures {

    private Figures() {}

    /// One line; what was not measured is null.
    static String json(List<Figure> figures) {
        return Json.line(json -> {
            for (Figure figure : figures) {
                if (figure.isMeasured()) {
                    json.writeNumberProperty(
                            figure.name(),
                            new BigDecimal(figure.value())
                                    .setScale(figure.decimals(), RoundingMode.HALF_EVEN));
                } else {
                    json.writeNullProperty(figure.name());
                }
            }
        });
    }

    /// A row each; what was not measured is a dash.
    static String table(List<Figure> figures) {
        StringBuilder text = new StringBuilder();
        for (Figure figure : figures) {
            String value =
                    figure.isMeasured()
                            ? String.format(
                                    Locale.ROOT, "%,." + figure.decimals() + "f", figure.value())
                            : "-";
            text.append(
                    String.format(
                            Locale.ROOT, "%-34s %14s\n", figure.name().replace('_', ' '), value));
        }
        return text.toString();
    }
}
