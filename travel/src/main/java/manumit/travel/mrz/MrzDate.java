package manumit.travel.mrz;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/// A date as precisely as the zone gives it. None of them shows itself in `toString`: birth dates
/// are personal data.
public sealed interface MrzDate {

    /// A full date.
    record Day(LocalDate date) implements MrzDate {
        public Day {
            Objects.requireNonNull(date);
        }

        @Override
        public String toString() {
            return "MrzDate.Day";
        }
    }

    /// Year and month.
    record Month(YearMonth month) implements MrzDate {
        public Month {
            Objects.requireNonNull(month);
        }

        @Override
        public String toString() {
            return "MrzDate.Month";
        }
    }

    /// The year only.
    record InYear(int year) implements MrzDate {
        @Override
        public String toString() {
            return "MrzDate.InYear";
        }
    }

    /// Not given, or no date at all.
    record Unknown() implements MrzDate {
        @Override
        public String toString() {
            return "MrzDate.Unknown";
        }
    }

    static MrzDate of(int year, int month, int day) {
        return new Day(LocalDate.of(year, month, day));
    }
}
