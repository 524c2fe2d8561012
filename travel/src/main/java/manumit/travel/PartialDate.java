package manumit.travel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A date of which parts may be unknown; unknown parts are 0.
///
/// A day without month and a day that the month does not have are refused.
///
/// @param year 1 to 9999, or 0
/// @param month 1 to 12, or 0
/// @param day 1 to 31, or 0
public record PartialDate(int year, int month, int day) {

    public static final PartialDate UNKNOWN = new PartialDate(0, 0, 0);

    public PartialDate {
        if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) {
            throw new IllegalArgumentException("a part of the date is out of range");
        }
        if (day > 0 && !isDayOf(year, month, day)) {
            throw new IllegalArgumentException("the month has no such day, or is unknown");
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static boolean isDayOf(int year, int month, int day) {
        try {
            LocalDate.of(year == 0 ? 2000 : year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public boolean isUnknown() {
        return year == 0 && month == 0;
    }

    /// The day, if all parts are known.
    public Optional<LocalDate> findDate() {
        return year > 0 && day > 0 ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /// `1964-02-17`, unknown parts as hyphens: `1964------`; empty if nothing is known.
    public String text() {
        if (isUnknown()) {
            return "";
        }
        return part(year, 4) + "-" + part(month, 2) + "-" + part(day, 2);
    }

    private static String part(int value, int digits) {
        String text = Integer.toString(value);
        return value == 0 ? "-".repeat(digits) : "0".repeat(digits - text.length()) + text;
    }

    /// Says nothing: a birth date is personal data.
    @Override
    public String toString() {
        return isUnknown() ? "unknown date" : "date";
    }
}
