package manumit.matching.index;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import manumit.matching.BirthDate;
import manumit.matching.v1.BirthDateBound;

/// All birth dates of a segment in order, so that the people born on a day, in a month or a year
/// stand side by side: first full dates, then months, years, ranges, and last the people without a
/// date. Somebody with two dates stands in two places. Immutable and thread-safe.
final class BirthOrder {

    private static final int MONTHS = 1 << 21;
    private static final int YEARS = 1 << 22;
    private static final int RANGES = 1 << 23;
    private static final int UNDATED = 1 << 24;

    /// Places of one year among the days: 16 months of 32 days.
    private static final int YEAR_SIZE = 512;

    /// Keys in order; see {@link #key}.
    private final int[] keys;

    /// Record of each key.
    private final int[] records;

    private final int firstYear;
    private final int lastYear;

    /// First entry of each day from 1 January of `firstYear` on, by year · 512 + month · 32 + day.
    private final int[] dayStarts;

    /// Entries of second and further dates, ascending: their records stand elsewhere in the order
    /// of records.
    private final int[] strays;

    private final int months;
    private final int years;
    private final int ranges;
    private final int undated;

    BirthOrder(int[] keys, int[] records, int[] strays) {
        this.keys = keys;
        this.records = records;
        this.strays = strays;
        this.months = first(MONTHS);
        this.years = first(YEARS);
        this.ranges = first(RANGES);
        this.undated = first(UNDATED);
        this.firstYear = months == 0 ? BirthDate.LAST_YEAR : keys[0] / YEAR_SIZE;
        this.lastYear = months == 0 ? BirthDate.FIRST_YEAR : keys[months - 1] / YEAR_SIZE;
        this.dayStarts = new int[Math.max(0, lastYear - firstYear + 1) * YEAR_SIZE + 1];
        int entry = 0;
        for (int i = 0; i < dayStarts.length; i++) {
            while (entry < months && keys[entry] - firstYear * YEAR_SIZE < i) {
                entry++;
            }
            dayStarts[i] = entry;
        }
    }

    /// Where a date stands: the smaller, the earlier.
    static int key(BirthDate date) {
        return switch (date) {
            case BirthDate.Day(LocalDate day) ->
                    dayKey(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case BirthDate.Month(var month) ->
                    MONTHS + month.getYear() * 16 + month.getMonthValue();
            case BirthDate.InYear(int year) -> YEARS + year;
            case BirthDate.Circa _, BirthDate.Between _ -> RANGES + date.earliestYear();
        };
    }

    /// Where somebody without a date stands.
    static int undatedKey() {
        return UNDATED;
    }

    private static int dayKey(int year, int month, int day) {
        return year * YEAR_SIZE + month * 32 + day;
    }

    int[] keys() {
        return keys;
    }

    int[] records() {
        return records;
    }

    int[] strays() {
        return strays;
    }

    int size() {
        return keys.length;
    }

    /// First entry without a full date.
    int firstVague() {
        return months;
    }

    /// The records of the stray entries from one up to another.
    void forEachStray(int from, int to, IntConsumer record) {
        for (int i = firstStray(from); i < strays.length && strays[i] < to; i++) {
            record.accept(records[strays[i]]);
        }
    }

    /// Place in {@link #strays} of the first stray entry from there on.
    private int firstStray(int entry) {
        int at = Arrays.binarySearch(strays, entry);
        return at < 0 ? -at - 1 : at;
    }

    /// Smallest number of a record whose first date stands at the entry or after it; records before
    /// are numbered lower.
    int firstRecord(int entry) {
        int stray = firstStray(entry);
        int at = entry;
        while (stray < strays.length && strays[stray] == at) {
            stray++;
            at++;
        }
        return at < records.length ? records[at] : Integer.MAX_VALUE;
    }

    private int first(int key) {
        int at = Arrays.binarySearch(keys, key);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && keys[at - 1] == key) {
            at--;
        }
        return at;
    }

    /// Stretches of entries, each with the most that the birth dates there can weigh.
    static final class Slices {
        private int[] from = new int[256];
        private int[] to = new int[256];
        private double[] bits = new double[256];
        private int count;

        int count() {
            return count;
        }

        int from(int slice) {
            return from[slice];
        }

        int to(int slice) {
            return to[slice];
        }

        double bits(int slice) {
            return bits[slice];
        }

        void clear() {
            count = 0;
        }

        private void add(int first, int end, double most) {
            if (first >= end) {
                return;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                bits = Arrays.copyOf(bits, count * 2);
            }
            from[count] = first;
            to[count] = end;
            bits[count++] = most;
        }
    }

    /// Collects the entries whose dates can weigh at least `least` against the query's. Some entry
    /// may be collected twice.
    void collect(List<BirthDate> query, double least, Slices slices) {
        slices.clear();
        if (query.isEmpty()) {
            if (least <= 0) {
                slices.add(0, keys.length, 0);
            }
            return;
        }
        if (least <= 0) {
            slices.add(undated, keys.length, 0);
        }
        if (least <= BirthDateBound.MOST_OF_RANGE) {
            slices.add(ranges, undated, BirthDateBound.MOST_OF_RANGE);
        }
        for (BirthDate date : query) {
            if (date instanceof BirthDate.Day(LocalDate day)) {
                collectDays(day, least, slices);
            } else {
                collectDaysOfVague(date, least, slices);
            }
            collectMonthsAndYears(date, least, slices);
        }
    }

    private void collectDays(LocalDate query, double least, Slices slices) {
        int year = query.getYear();
        int month = query.getMonthValue();
        int day = query.getDayOfMonth();
        // Of the same year, most days say the same; these say more.
        double otherDay = BirthDateBound.ofDays(year, month, day, year, 0, 0);
        boolean isWholeYear = otherDay >= least;
        if (isWholeYear) {
            addYear(year, otherDay, slices);
        }
        double needed = isWholeYear ? Math.max(least, Math.nextUp(otherDay)) : least;
        for (int d = 1; d <= 31; d++) {
            addDay(query, year, month, d, needed, slices);
        }
        for (int m = 1; m <= 12; m++) {
            if (m != month) {
                addDay(query, year, m, day, needed, slices);
            }
        }
        if (day <= 12 && day != month) {
            addDay(query, year, day, month, needed, slices);
        }
        if (month != 1 && day != 1) {
            addDay(query, year, 1, 1, needed, slices);
        }
        for (int y = firstYear; y <= lastYear; y++) {
            if (y == year) {
                continue;
            }
            double apart = BirthDateBound.apart(Math.abs(y - year));
            double same = BirthDateBound.ofDays(year, month, day, y, month, day);
            if (apart >= least) {
                addYear(y, apart, slices);
            }
            if (same >= least && same > apart) {
                addDay(query, y, month, day, least, slices);
            }
        }
    }

    private void addDay(
            LocalDate query, int year, int month, int day, double least, Slices slices) {
        if (year < firstYear || year > lastYear) {
            return;
        }
        double bits =
                BirthDateBound.ofDays(
                        query.getYear(),
                        query.getMonthValue(),
                        query.getDayOfMonth(),
                        year,
                        month,
                        day);
        if (bits >= least) {
            int at = dayKey(year, month, day) - firstYear * YEAR_SIZE;
            slices.add(dayStarts[at], dayStarts[at + 1], bits);
        }
    }

    private void addYear(int year, double bits, Slices slices) {
        if (year >= firstYear && year <= lastYear) {
            int at = (year - firstYear) * YEAR_SIZE;
            slices.add(dayStarts[at], dayStarts[at + YEAR_SIZE], bits);
        }
    }

    /// Full dates against a query's month, year or range.
    private void collectDaysOfVague(BirthDate query, double least, Slices slices) {
        for (int y = firstYear; y <= lastYear; y++) {
            double most = mostInYear(query, y);
            if (most >= least) {
                addYear(y, most, slices);
            }
        }
    }

    private void collectMonthsAndYears(BirthDate query, double least, Slices slices) {
        collectVague(query, months, years, MONTHS, 16, least, slices);
        collectVague(query, years, ranges, YEARS, 1, least, slices);
    }

    private void collectVague(
            BirthDate query, int from, int to, int base, int size, double least, Slices slices) {
        int at = from;
        while (at < to) {
            int year = (keys[at] - base) / size;
            int end = Math.min(to, first(base + (year + 1) * size));
            double most = mostInYear(query, year);
            if (size == 1) {
                most = Math.min(most, BirthDateBound.MOST_OF_YEAR);
            }
            if (most >= least) {
                slices.add(at, end, most);
            }
            at = end;
        }
    }

    /// Most that a date somewhere in a year can weigh, one of the two not being full.
    private static double mostInYear(BirthDate query, int year) {
        int gap = Math.max(query.earliestYear() - year, year - query.latestYear());
        if (gap > 0) {
            return BirthDateBound.vagueApart(gap);
        }
        return switch (query) {
            case BirthDate.Circa _, BirthDate.Between _ -> BirthDateBound.MOST_OF_RANGE;
            case BirthDate.Day _, BirthDate.Month _ -> BirthDateBound.MOST_OF_MONTH;
            case BirthDate.InYear _ -> BirthDateBound.MOST_OF_YEAR;
        };
    }

    @Override
    public String toString() {
        return "BirthOrder[" + keys.length + " entries]";
    }
}
