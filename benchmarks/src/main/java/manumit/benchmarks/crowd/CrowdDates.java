package manumit.benchmarks.crowd;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import manumit.matching.BirthDate;

/// Birth dates of the crowd and how they get changed.
final class CrowdDates {

    private static final long FIRST = LocalDate.of(1940, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(2008, 12, 31).toEpochDay();

    private CrowdDates() {}

    /// Any day of 1940 to 2008; one in 25 is put down as 1 January.
    static BirthDate.Day birth(SplittableRandom random) {
        LocalDate date = LocalDate.ofEpochDay(random.nextLong(FIRST, LAST + 1));
        return new BirthDate.Day(random.nextInt(25) == 0 ? date.withDayOfYear(1) : date);
    }

    /// What a list says: 90 % the date, 5 % the year, 5 % nothing; 3 % two dates.
    static List<BirthDate> listed(BirthDate.Day birth, SplittableRandom random) {
        double at = random.nextDouble();
        if (at < .05) {
            return List.of();
        }
        if (at < .10) {
            return List.of(new BirthDate.InYear(birth.date().getYear()));
        }
        return at < .13 ? List.of(birth, slipped(birth, random)) : List.of(birth);
    }

    /// Day and month swapped, one digit another, or the neighbouring year.
    static BirthDate.Day slipped(BirthDate.Day birth, SplittableRandom random) {
        LocalDate date = birth.date();
        LocalDate changed =
                switch (random.nextInt(3)) {
                    case 0 -> swapped(date);
                    case 1 -> digit(date, random);
                    default -> date;
                };
        return new BirthDate.Day(
                changed.equals(date) ? date.plusYears(random.nextBoolean() ? 1 : -1) : changed);
    }

    private static LocalDate swapped(LocalDate date) {
        return date.getDayOfMonth() > 12
                ? date
                : LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    }

    /// Unchanged where the month is too short or has but one such digit.
    private static LocalDate digit(LocalDate date, SplittableRandom random) {
        int day = date.getDayOfMonth();
        int other = day - day % 10 + random.nextInt(10);
        return switch (random.nextInt(3)) {
            case 0 ->
                    other >= 1 && other <= date.lengthOfMonth() ? date.withDayOfMonth(other) : date;
            case 1 -> {
                int month = date.getMonthValue();
                yield date.withMonth(month < 10 ? 1 + random.nextInt(9) : 10 + random.nextInt(3));
            }
            default -> date.withYear(date.getYear() - date.getYear() % 10 + random.nextInt(10));
        };
    }
}
