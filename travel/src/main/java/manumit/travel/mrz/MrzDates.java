package manumit.travel.mrz;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates of six characters, `YYMMDD`. Month and day are unknown as `<<` or `00`.
final class MrzDates {

    /// Documents expire at most so many years ahead; further ones are taken as past.
    private static final int LAST_EXPIRY_YEARS = 50;

    private static final Pattern UNKNOWN = Pattern.compile("<<(\\d\\d|<<){2}");
    private static final Pattern WRITTEN = Pattern.compile("\\d\\d(\\d\\d|<<){2}");

    private MrzDates() {}

    /// The latest date that is not after the reference; empty if there is no such date.
    static Optional<MrzDate> birth(String text, LocalDate reference) {
        int latest = reference.getYear();
        Optional<MrzDate> date = inCenturyUpTo(latest, text);
        if (date.isPresent() && isAfter(date.get(), reference)) {
            date = inCenturyUpTo(latest - 1, text);
        }
        return date.isPresent() ? date : inCenturyUpTo(latest - 100, text);
    }

    /// The date from 49 years before the reference's year to 50 years after; empty if there is no
    /// such date.
    static Optional<MrzDate> expiry(String text, LocalDate reference) {
        return inCenturyUpTo(reference.getYear() + LAST_EXPIRY_YEARS, text);
    }

    /// Is the year, the month or the day not given?
    static boolean isPartlyUnknown(String text) {
        return text.contains("<<") || text.endsWith("00") || text.startsWith("00", 2);
    }

    private static boolean isAfter(MrzDate date, LocalDate reference) {
        return switch (date) {
            case MrzDate.Day(LocalDate day) -> day.isAfter(reference);
            case MrzDate.Month(YearMonth month) -> month.isAfter(YearMonth.from(reference));
            case MrzDate.InYear(int year) -> year > reference.getYear();
            case MrzDate.Unknown() -> false;
        };
    }

    /// The date in the hundred years that end with `last`.
    private static Optional<MrzDate> inCenturyUpTo(int last, String text) {
        if (text.equals("000000") || UNKNOWN.matcher(text).matches()) {
            return Optional.of(new MrzDate.Unknown());
        }
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        int year = last - Math.floorMod(last - Integer.parseInt(text.substring(0, 2)), 100);
        int month = part(text, 2);
        int day = part(text, 4);
        if (month == 0) {
            return Optional.of(new MrzDate.InYear(year));
        }
        if (month > 12) {
            return Optional.empty();
        }
        YearMonth yearMonth = YearMonth.of(year, month);
        if (day == 0) {
            return Optional.of(new MrzDate.Month(yearMonth));
        }
        return yearMonth.isValidDay(day)
                ? Optional.of(new MrzDate.Day(yearMonth.atDay(day)))
                : Optional.empty();
    }

    /// 0 for unknown.
    private static int part(String text, int at) {
        return text.startsWith("<<", at) ? 0 : Integer.parseInt(text.substring(at, at + 2));
    }

    /// As written in a zone.
    static String text(MrzDate date) {
        return switch (date) {
            case MrzDate.Day(LocalDate day) ->
                    two(day.getYear()) + two(day.getMonthValue()) + two(day.getDayOfMonth());
            case MrzDate.Month(YearMonth month) ->
                    two(month.getYear()) + two(month.getMonthValue()) + "<<";
            case MrzDate.InYear(int year) -> two(year) + "<<<<";
            case MrzDate.Unknown() -> "<<<<<<";
        };
    }

    private static String two(int number) {
        int last = Math.floorMod(number, 100);
        return "" + (char) ('0' + last / 10) + (char) ('0' + last % 10);
    }
}
