package manumit.matching.v1;

import java.util.List;
import manumit.matching.BirthDate;

/// What birth dates can weigh, for a search that looks at dates before it looks at people.
public final class BirthDateBound {

    /// Most that a birth date that is a range, or is held against one, can weigh if it overlaps.
    public static final double MOST_OF_RANGE = BirthDateEvidence.RANGES_OVERLAP;

    /// Most of two dates of one year of which one is not full, and at least one names no month.
    public static final double MOST_OF_YEAR = BirthDateEvidence.SAME_YEAR_ONE_SIDE;

    /// Most of two dates of one year of which one is not full.
    public static final double MOST_OF_MONTH = BirthDateEvidence.SAME_MONTH_ONE_SIDE;

    private BirthDateBound() {}

    /// Bits of one pair of dates, before they are lowered where several are listed.
    public static double bits(BirthDate query, BirthDate record) {
        return BirthDateEvidence.bits(query, record);
    }

    /// Bits of two full dates.
    public static double ofDays(int yearA, int monthA, int dayA, int yearB, int monthB, int dayB) {
        return BirthDateEvidence.ofDays(yearA, monthA, dayA, yearB, monthB, dayB);
    }

    /// Bits of two full dates so many years apart, at least 1, where nothing else speaks for them;
    /// falls with the years.
    public static double apart(int years) {
        return BirthDateEvidence.apart(years);
    }

    /// Bits of two dates of which one is not full, so many years apart, at least 1; falls with the
    /// years.
    public static double vagueApart(int years) {
        return BirthDateEvidence.vagueApart(years);
    }

    /// Bits of two people's birth dates, as a comparison weighs them.
    public static double bits(List<BirthDate> query, List<BirthDate> record) {
        return BirthDateEvidence.bits(query, record);
    }
}
