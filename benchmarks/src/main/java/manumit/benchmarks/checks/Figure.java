package manumit.benchmarks.checks;

/// One measured number.
///
/// @param name with its unit, as in JSON
/// @param value NaN where it was not measured
/// @param decimals how many to show
public record Figure(String name, double value, int decimals) {

    public boolean isMeasured() {
        return !Double.isNaN(value);
    }
}
