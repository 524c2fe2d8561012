package manumit.travel.intake;

import java.time.Month;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import manumit.travel.LocalMoment;
import manumit.travel.PartialDate;

/// Reads the dates of messages. Two digits of a year need a day to be compared with, mostly that of
/// the flight; where there is none, the year is unknown.
public final class Dates {

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC");

    private static final int LONGEST_VALID_YEARS = 50;

    /// What a date is of: it tells the century.
    public enum Kind {
        /// Not after the flight, and the younger of two possible ages.
        BIRTH,
        /// Within 50 years after the flight, else before it.
        EXPIRY,
        /// The nearest.
        EVENT
    }

    private Dates() {}

    /// `YYMMDD` or `CCYYMMDD`; parts written as zeros are unknown, and a day that its month does
    /// not have.
    ///
    /// @param near the day to compare with; {@link PartialDate#UNKNOWN} if there is none
    /// @return empty if it is no such date
    public static Optional<PartialDate> yearFirst(String text, Kind kind, PartialDate near) {
        if (!Digits.only(text) || (text.length() != 6 && text.length() != 8)) {
            return Optional.empty();
        }
        int digits = text.length() - 4;
        int year = Integer.parseInt(text.substring(0, digits));
        int month = Integer.parseInt(text.substring(digits, digits + 2));
        int day = Integer.parseInt(text.substring(digits + 2));
        return date(year, digits == 2, month, day, kind, near);
    }

    /// `DDMMYY`, `DDMMCCYY`, `DDMMMYY` or `DDMMMCCYY`, months as `JAN`.
    public static Optional<PartialDate> dayFirst(String text, Kind kind, PartialDate near) {
        boolean letters = text.length() > 4 && text.charAt(2) >= 'A' && text.charAt(2) <= 'Z';
        int yearAt = letters ? 5 : 4;
        int yearDigits = text.length() - yearAt;
        if ((yearDigits != 2 && yearDigits != 4) || !Digits.only(text.substring(0, 2))) {
            return Optional.empty();
        }
        String monthText = text.substring(2, yearAt);
        String yearText = text.substring(yearAt);
        if (!Digits.only(yearText) || (!letters && !Digits.only(monthText))) {
            return Optional.empty();
        }
        int month = letters ? MONTHS.indexOf(monthText) + 1 : Integer.parseInt(monthText);
        if (letters && month == 0) {
            return Optional.empty();
        }
        int day = Integer.parseInt(text.substring(0, 2));
        return date(Integer.parseInt(yearText), yearDigits == 2, month, day, kind, near);
    }

    /// `YYMMDD`, `YYMMDDHHMM`, and the same with four digits of the year: the day of a flight.
    public static Optional<LocalMoment> momentYearFirst(String text) {
        String date = text.length() == 10 || text.length() == 12 ? cut(text, 4) : text;
        return yearFirst(date, Kind.EVENT, CENTURY)
                .flatMap(day -> moment(day, text.substring(date.length())));
    }

    /// `DDMMYY` and `HHMM`; the time may be empty.
    public static Optional<LocalMoment> momentDayFirst(String date, String time) {
        return dayFirst(date, Kind.EVENT, CENTURY).flatMap(day -> moment(day, time));
    }

    /// Events of messages lie between 1970 and 2069.
    private static final PartialDate CENTURY = new PartialDate(2020, 1, 1);

    private static Optional<LocalMoment> moment(PartialDate day, String time) {
        if (time.length() < 4 || time.length() > 6 || !Digits.only(time)) {
            return Optional.of(new LocalMoment(day, -1));
        }
        int hours = Integer.parseInt(time.substring(0, 2));
        int minutes = Integer.parseInt(time.substring(2, 4));
        boolean valid = hours < 24 && minutes < 60;
        return Optional.of(new LocalMoment(day, valid ? hours * 60 + minutes : -1));
    }

    private static Optional<PartialDate> date(
            int year, boolean twoDigits, int month, int day, Kind kind, PartialDate near) {
        if (twoDigits && year == 0 && month == 0 && day == 0) {
            return Optional.empty();
        }
        int fullYear = twoDigits ? century(year, month, day, kind, near) : year;
        if (month > 12 || day > 31) {
            return Optional.empty();
        }
        // A month without that day: the rest is still worth something.
        boolean dayExists =
                month > 0
                        && day <= Month.of(month).maxLength()
                        && (month != 2 || day < 29 || fullYear == 0 || Year.isLeap(fullYear));
        return Optional.of(new PartialDate(fullYear, month, dayExists ? day : 0));
    }

    private static int century(int year, int month, int day, Kind kind, PartialDate near) {
        if (near.year() == 0) {
            return 0;
        }
        int candidate = near.year() - Math.floorMod(near.year() - year, 100);
        return switch (kind) {
            case BIRTH -> isAfter(candidate, month, day, near) ? candidate - 100 : candidate;
            case EXPIRY ->
                    candidate + 100 - near.year() <= LONGEST_VALID_YEARS
                            ? candidate + 100
                            : candidate;
            case EVENT -> near.year() - candidate > 50 ? candidate + 100 : candidate;
        };
    }

    private static boolean isAfter(int year, int month, int day, PartialDate near) {
        if (year != near.year() || month == 0 || near.month() == 0) {
            return year > near.year();
        }
        return month > near.month()
                || (month == near.month() && near.day() > 0 && day > near.day());
    }

    /// The day of preparation in UNB, `YYMMDD:HHMM` or with four digits of the year.
    public static PartialDate prepared(String text) {
        int colon = text.indexOf(':');
        return yearFirst(colon < 0 ? text : text.substring(0, colon), Kind.EVENT, CENTURY)
                .filter(date -> date.findDate().isPresent())
                .orElse(PartialDate.UNKNOWN);
    }

    private static String cut(String text, int count) {
        return text.substring(0, text.length() - count);
    }
}
