package manumit.benchmarks.evaluation;

import java.util.Locale;

/// One value of a report's table: shown to people with its fitting precision, given to programs in
/// full.
sealed interface Cell {

    /// A label.
    record Words(String text) implements Cell {}

    /// A number of things.
    record Count(long value) implements Cell {}

    /// A measure from 0 to 1, shown with three decimals; NaN where there is nothing to measure.
    record Rate(double value) implements Cell {}

    /// A small share, shown in per cent with three decimals.
    record Share(double value) implements Cell {}

    /// A threshold or another number on the method's own scale.
    record Amount(double value) implements Cell {}

    /// As printed in a table.
    default String shown() {
        return switch (this) {
            case Words(String text) -> text;
            case Count(long value) -> Long.toString(value);
            case Rate(double value) -> shown("%.3f", value);
            case Share(double value) -> shown("%.3f %%", value * 100);
            case Amount(double value) -> shown("%.2f", value);
        };
    }

    /// As a JSON value.
    default String json() {
        return switch (this) {
            case Words(String text) -> Json.quoted(text);
            case Count(long value) -> Long.toString(value);
            case Rate(double value) -> Json.number(value);
            case Share(double value) -> Json.number(value);
            case Amount(double value) -> Json.number(value);
        };
    }

    /// Are such cells printed flush left?
    default boolean flushLeft() {
        return this instanceof Words;
    }

    private static String shown(String format, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Double.isInfinite(value) ? "∞" : String.format(Locale.ROOT, format, value);
    }
}
