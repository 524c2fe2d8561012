package manumit.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A birth date as precisely as the source knows it. Unknown is the absence of a date, never a
/// made-up day.
public sealed interface BirthDate {

    /// Years outside this range are refused as slips of the pen.
    int FIRST_YEAR = 1800;

    int LAST_YEAR = 2200;

    /// A full date.
    record Day(LocalDate date) implements BirthDate {
        public Day {
            requireYear(date.getYear());
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /// Year and month.
    record Month(YearMonth month) implements BirthDate {
        public Month {
            requireYear(month.getYear());
        }

        @Override
        public String toString() {
            return month.toString();
        }
    }

    /// The year only.
    record InYear(int year) implements BirthDate {
        public InYear {
            requireYear(year);
        }

        @Override
        public String toString() {
            return Integer.toString(year);
        }
    }

    /// About this year: within two years either way.
    record Circa(int year) implements BirthDate {
        public Circa {
            requireYear(year);
        }

        @Override
        public String toString() {
            return "c. " + year;
        }
    }

    /// Between two years, both included.
    record Between(int firstYear, int lastYear) implements BirthDate {
        public Between {
            requireYear(firstYear);
            requireYear(lastYear);
            if (lastYear < firstYear) {
                throw new IllegalArgumentException(
                        "lastYear: " + lastYear + " lies before firstYear " + firstYear);
            }
        }

        @Override
        public String toString() {
            return firstYear + "/" + lastYear;
        }
    }

    static BirthDate of(int year, int month, int day) {
        return new Day(LocalDate.of(year, month, day));
    }

    /// Reads `1964-02-17`, `1964-02`, `1964`, `c. 1964` (also `circa`, `ca.`, `~`) and `1960/1964`.
    /// Zeroes for unknown parts are accepted: `1964-00-00` is the year 1964.
    ///
    /// @return empty where the text is none of these or names a day that does not exist
    static Optional<BirthDate> find(String text) {
        Matcher m = Patterns.ISO.matcher(text.strip().toLowerCase(Locale.ROOT));
        try {
            if (m.matches()) {
                return Optional.of(ofIso(m));
            }
            m = Patterns.RANGE.matcher(text.strip());
            if (m.matches()) {
                return Optional.of(
                        new Between(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
            }
            return Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BirthDate ofIso(Matcher m) {
        int year = Integer.parseInt(m.group("year"));
        int month = m.group("month") == null ? 0 : Integer.parseInt(m.group("month"));
        int day = m.group("day") == null ? 0 : Integer.parseInt(m.group("day"));
        if (m.group("circa") != null) {
            return new Circa(year);
        }
        if (month == 0) {
            return new InYear(year);
        }
        return day == 0 ? new Month(YearMonth.of(year, month)) : of(year, month, day);
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "year: must lie in " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    /// First possible year.
    default int earliestYear() {
        return switch (this) {
            case Day(LocalDate date) -> date.getYear();
            case Month(YearMonth month) -> month.getYear();
            case InYear(int year) -> year;
            case Circa(int year) -> year - 2;
            case Between(int first, int _) -> first;
        };
    }

    /// Last possible year.
    default int latestYear() {
        return switch (this) {
            case Day(LocalDate date) -> date.getYear();
            case Month(YearMonth month) -> month.getYear();
            case InYear(int year) -> year;
            case Circa(int year) -> year + 2;
            case Between(int _, int last) -> last;
        };
    }

    /// Holder of compiled patterns, since an interface cannot hide them.
    final class Patterns {
        static final Pattern ISO =
                Pattern.compile(
                        "(?<circa>c\\.?\\s*|ca\\.?\\s*|circa\\s+|~\\s*)?"
                                + "(?<year>\\d{4})(-(?<month>\\d{2})(-(?<day>\\d{2}))?)?");
        static final Pattern RANGE = Pattern.compile("(\\d{4})\\s*/\\s*(\\d{4})");

        private Patterns() {}
    }
}
