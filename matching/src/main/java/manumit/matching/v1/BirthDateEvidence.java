package manumit.matching.v1;

import java.time.LocalDate;
import java.util.List;
import manumit.matching.BirthDate;
import manumit.matching.BirthDate.Day;
import manumit.matching.Evidence;
import manumit.matching.Field;
import manumit.matching.Outcome;

/// What birth dates say. Graded, never a veto: a hard rule on the year loses one true match in
/// twenty.
///
/// Weights are log2 of the share among pairs of one person over the share among random pairs,
/// measured on 230 analyst pairs and 400,000 random pairs of listed people, softened: dates of one
/// list are copied from another, and a year alone agrees by chance too often to lift a common name.
///
/// @param outcome how the best pair of dates stands to each other
/// @param query the query's date of that pair; empty where it has none
/// @param record the record's date of that pair; empty where it has none
/// @param bits weight of the evidence
record BirthDateEvidence(Outcome outcome, String query, String record, double bits) {

    /// Greatest weight a birth date can have.
    static final double MAX_BITS = 11;

    /// Same full date.
    private static final double SAME_DAY = MAX_BITS;

    /// 1 January is what clerks write when only the year is known.
    private static final double SAME_FIRST_OF_JANUARY = 7;

    private static final double SWAPPED = 8;
    private static final double ONE_DIGIT = 3;
    private static final double SAME_DAY_AND_MONTH_YEAR_NEAR = 3.5;
    private static final double SAME_DAY_AND_MONTH_YEAR_SLIP = 2.5;
    static final double SAME_MONTH_ONE_SIDE = 5;
    static final double SAME_YEAR_ONE_SIDE = 3.2;
    private static final double SAME_YEAR_FIRST_OF_JANUARY = 1.8;
    static final double RANGES_OVERLAP = 2;
    private static final double SAME_YEAR_DAY_OR_MONTH_AGREES = 0;
    private static final double SAME_YEAR_OTHER_DAY = -2;
    private static final double MONTH_CONTRADICTED = -1.5;

    /// By years apart, where nothing else speaks for the pair; index 0 is one year.
    private static final double[] YEARS_APART = {
        -1.5, -2.5, -4, -4, -4, -5.5, -5.5, -5.5, -5.5, -5.5
    };

    private static final double YEARS_APART_ONE_SIDE_VAGUE = -0.5;
    private static final double TO_TWENTY_YEARS = -7.5;
    private static final double BEYOND = -9;

    /// Nothing to compare.
    static final BirthDateEvidence NONE = new BirthDateEvidence(Outcome.UNKNOWN, "", "", 0);

    /// The best pair of dates. Where several are listed, agreement by chance is likelier: half the
    /// logarithm of the number of pairs is taken off.
    static BirthDateEvidence of(List<BirthDate> query, List<BirthDate> record) {
        if (query.isEmpty() || record.isEmpty()) {
            return query.isEmpty() && record.isEmpty()
                    ? NONE
                    : new BirthDateEvidence(
                            Outcome.OMITTED,
                            query.isEmpty() ? "" : query.getFirst().toString(),
                            record.isEmpty() ? "" : record.getFirst().toString(),
                            0);
        }
        double best = Double.NEGATIVE_INFINITY;
        BirthDate bestQuery = query.getFirst();
        BirthDate bestRecord = record.getFirst();
        for (BirthDate q : query) {
            for (BirthDate r : record) {
                double bits = bits(q, r);
                if (bits > best) {
                    best = bits;
                    bestQuery = q;
                    bestRecord = r;
                }
            }
        }
        return new BirthDateEvidence(
                outcome(bestQuery, bestRecord, best),
                bestQuery.toString(),
                bestRecord.toString(),
                discounted(best, query.size() * record.size()));
    }

    /// The bits of {@link #of} alone.
    static double bits(List<BirthDate> query, List<BirthDate> record) {
        if (query.isEmpty() || record.isEmpty()) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (BirthDate q : query) {
            for (BirthDate r : record) {
                best = Math.max(best, bits(q, r));
            }
        }
        return discounted(best, query.size() * record.size());
    }

    private static double discounted(double best, int pairs) {
        if (pairs == 1 || best <= 0) {
            return best;
        }
        return Math.max(0, best - Math.log(pairs) / Math.log(2) / 2);
    }

    private static Outcome outcome(BirthDate q, BirthDate r, double bits) {
        if (q.equals(r) || (!isFull(q, r) && bits >= SAME_YEAR_ONE_SIDE)) {
            return Outcome.AGREE;
        }
        return bits >= YEARS_APART_ONE_SIDE_VAGUE ? Outcome.NEAR : Outcome.CONTRADICTED;
    }

    private static boolean isFull(BirthDate q, BirthDate r) {
        return q instanceof Day && r instanceof Day;
    }

    /// Weight of one pair of dates; symmetric.
    static double bits(BirthDate q, BirthDate r) {
        if (q instanceof Day(LocalDate a) && r instanceof Day(LocalDate b)) {
            return bits(a, b);
        }
        int gap = Math.max(q.earliestYear() - r.latestYear(), r.earliestYear() - q.latestYear());
        if (gap <= 0) {
            return overlapping(q, r);
        }
        return vagueApart(gap);
    }

    private static double overlapping(BirthDate q, BirthDate r) {
        if (isRange(q) || isRange(r)) {
            return RANGES_OVERLAP;
        }
        int qMonth = month(q);
        int rMonth = month(r);
        if (qMonth != 0 && rMonth != 0) {
            return qMonth == rMonth ? SAME_MONTH_ONE_SIDE : MONTH_CONTRADICTED;
        }
        return SAME_YEAR_ONE_SIDE;
    }

    private static double bits(LocalDate a, LocalDate b) {
        return ofDays(
                a.getYear(),
                a.getMonthValue(),
                a.getDayOfMonth(),
                b.getYear(),
                b.getMonthValue(),
                b.getDayOfMonth());
    }

    /// Weight of two full dates; symmetric. Days that no month has do no harm.
    static double ofDays(int yearA, int monthA, int dayA, int yearB, int monthB, int dayB) {
        boolean sameDay = dayA == dayB;
        boolean sameMonth = monthA == monthB;
        boolean isFirstA = dayA == 1 && monthA == 1;
        int years = Math.abs(yearA - yearB);
        if (years == 0) {
            if (sameDay && sameMonth) {
                return isFirstA ? SAME_FIRST_OF_JANUARY : SAME_DAY;
            }
            if (dayA == monthB && monthA == dayB) {
                return SWAPPED;
            }
            if (isFirstA || (dayB == 1 && monthB == 1)) {
                return SAME_YEAR_FIRST_OF_JANUARY;
            }
            if (digitsApart(monthA * 100 + dayA, monthB * 100 + dayB) == 1) {
                return ONE_DIGIT;
            }
            return sameDay || sameMonth ? SAME_YEAR_DAY_OR_MONTH_AGREES : SAME_YEAR_OTHER_DAY;
        }
        if (sameDay && sameMonth && !isFirstA) {
            if (years <= 2 || digitsApart(yearA, yearB) == 1) {
                return SAME_DAY_AND_MONTH_YEAR_NEAR;
            }
            if (years == 10 || isTransposed(yearA, yearB)) {
                return SAME_DAY_AND_MONTH_YEAR_SLIP;
            }
        }
        return apart(years);
    }

    /// Weight of two dates of which one is not full and whose years lie this far apart, at least 1.
    static double vagueApart(int gap) {
        return gap == 1 ? YEARS_APART_ONE_SIDE_VAGUE : apart(gap);
    }

    /// Weight of two full dates whose years lie this far apart, at least 1, where nothing else
    /// speaks for them.
    static double apart(int years) {
        if (years <= YEARS_APART.length) {
            return YEARS_APART[years - 1];
        }
        return years <= 20 ? TO_TWENTY_YEARS : BEYOND;
    }

    private static int month(BirthDate date) {
        return switch (date) {
            case Day(LocalDate day) -> day.getMonthValue();
            case BirthDate.Month(var month) -> month.getMonthValue();
            case BirthDate.InYear _, BirthDate.Circa _, BirthDate.Between _ -> 0;
        };
    }

    private static boolean isRange(BirthDate date) {
        return date instanceof BirthDate.Circa || date instanceof BirthDate.Between;
    }

    /// Decimal digits that differ.
    private static int digitsApart(int a, int b) {
        int apart = 0;
        for (int x = a, y = b; x > 0 || y > 0; x /= 10, y /= 10) {
            apart += x % 10 == y % 10 ? 0 : 1;
        }
        return apart;
    }

    private static boolean isTransposed(int yearA, int yearB) {
        return yearA / 100 == yearB / 100
                && yearA % 100 / 10 == yearB % 10
                && yearA % 10 == yearB % 100 / 10;
    }

    /// As a piece of the explanation.
    Evidence piece() {
        return new Evidence(Field.BIRTH_DATE, outcome, query, record, bits);
    }

    /// Never shows the dates.
    @Override
    public String toString() {
        return "BirthDateEvidence[" + outcome + ", " + bits + "]";
    }
}
